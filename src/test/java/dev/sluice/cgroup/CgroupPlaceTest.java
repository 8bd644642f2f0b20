package dev.sluice.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CgroupPlaceTest {
  private static final CgroupLimits LIMITS = new CgroupLimits(ByteSize.ofMebibytes(64), 32, 2);

  @Test
  void version_one_is_told_each_limit_in_its_hierarchy_and_swap_after_memory() {
    CgroupPlace place =
        new CgroupPlace.VersionOne(
                Path.of("/cpu"), Path.of("/cpuacct"), Path.of("/memory"), Path.of("/pids"))
            .inside("one");

    assertThat(place.settings(LIMITS))
        .extracting(setting -> setting.file() + " " + setting.text())
        .containsExactly(
            "/memory/one/memory.limit_in_bytes 67108864",
            "/memory/one/memory.memsw.limit_in_bytes 67108864",
            "/memory/one/memory.swappiness 0",
            "/pids/one/pids.max 32",
            "/cpu/one/cpu.cfs_period_us 100000",
            "/cpu/one/cpu.cfs_quota_us 200000");
    assertThat(place.entrances())
        .containsExactly(
            Path.of("/memory/one/cgroup.procs"),
            Path.of("/pids/one/cgroup.procs"),
            Path.of("/cpuacct/one/cgroup.procs"),
            Path.of("/cpu/one/cgroup.procs"));
  }

  @Test
  void version_two_is_told_all_limits_in_one_folder() {
    CgroupPlace place = new CgroupPlace.VersionTwo(Path.of("/groups")).inside("one");

    assertThat(place.settings(LIMITS))
        .extracting(setting -> setting.file() + " " + setting.text())
        .containsExactly(
            "/groups/one/memory.max 67108864",
            "/groups/one/memory.swap.max 0",
            "/groups/one/memory.oom.group 1",
            "/groups/one/pids.max 32",
            "/groups/one/cpu.max 200000 100000");
    assertThat(place.entrances()).containsExactly(Path.of("/groups/one/cgroup.procs"));
  }

  @Test
  void a_group_cannot_do_without_its_limits_of_memory_and_processes() {
    CgroupPlace place = new CgroupPlace.VersionTwo(Path.of("/groups"));

    assertThat(place.settings(LIMITS))
        .filteredOn(setting -> setting.need() == CgroupPlace.Need.REQUIRED)
        .extracting(setting -> setting.file().getFileName().toString())
        .containsExactly("memory.max", "pids.max");
  }
}
