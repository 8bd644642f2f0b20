package dev.sluice.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CgroupFilesTest {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");

  @Test
  void version_one_has_a_folder_for_each_controller() {
    CgroupFiles files =
        CgroupFiles.of(
            ROOT,
            """
            8:pids:/docker/c0ffee
            4:memory:/docker/c0ffee
            2:cpu,cpuacct:/docker/c0ffee
            0::/
            """);

    assertThat(files.paths())
        .containsExactly(
            ROOT.resolve("cpuacct/docker/c0ffee/cpuacct.usage"),
            ROOT.resolve("memory/docker/c0ffee/memory.max_usage_in_bytes"),
            ROOT.resolve("memory/docker/c0ffee/memory.oom_control"),
            ROOT.resolve("pids/docker/c0ffee/pids.events"));
  }

  @Test
  void version_one_is_read_as_the_kernel_writes_it() {
    CgroupFiles files = CgroupFiles.of(ROOT, "8:pids:/a\n4:memory:/a\n2:cpuacct:/a\n");
    List<String> texts =
        List.of(
            "123456789\n", "8392704\n", "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n", "max 7\n");

    assertThat(files.cpuNanos(texts)).isEqualTo(123_456_789L);
    assertThat(files.peakBytes(texts)).isEqualTo(8_392_704L);
    assertThat(files.memoryKills(texts)).isEqualTo(2);
    assertThat(files.refusedProcesses(texts)).isEqualTo(7);
  }

  @Test
  void version_two_has_one_folder() {
    CgroupFiles files = CgroupFiles.of(ROOT, "0::/system.slice/docker-c0ffee.scope\n");
    List<String> texts =
        List.of(
            "usage_usec 1500\nuser_usec 1000\nsystem_usec 500\n",
            "8392704\n",
            "low 0\nhigh 0\nmax 12\noom 1\noom_kill 1\noom_group_kill 0\n",
            "max 3\n");

    assertThat(files.paths())
        .first()
        .isEqualTo(ROOT.resolve("system.slice/docker-c0ffee.scope/cpu.stat"));
    assertThat(files.heldMemory())
        .isEqualTo(ROOT.resolve("system.slice/docker-c0ffee.scope/memory.current"));
    assertThat(files.cpuNanos(texts)).isEqualTo(1_500_000L);
    assertThat(files.peakBytes(texts)).isEqualTo(8_392_704L);
    assertThat(files.memoryKills(texts)).isEqualTo(1);
    assertThat(files.refusedProcesses(texts)).isEqualTo(3);
  }
}
