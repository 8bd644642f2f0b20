package dev.sluice.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CgroupMountsTest {

  @Test
  void version_one_has_a_mount_for_each_controller_and_two_may_share_one() {
    CgroupMounts mounts =
        CgroupMounts.of(
            """
            31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
            32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
            39 31 0:36 / /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids
            40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd
            """,
            """
            4:pids:/
            3:memory:/services/sluice
            2:cpu,cpuacct:/services
            1:name=systemd:/
            """);

    assertThat(mounts.placeInVersionOne())
        .hasValue(
            new CgroupPlace.VersionOne(
                Path.of("/sys/fs/cgroup/cpu,cpuacct/services"),
                Path.of("/sys/fs/cgroup/cpu,cpuacct/services"),
                Path.of("/sys/fs/cgroup/memory/services/sluice"),
                Path.of("/sys/fs/cgroup/pids")));
    assertThat(mounts.placeInVersionOne().orElseThrow().folders()).hasSize(3);
    assertThat(mounts.versionTwo()).isEmpty();
  }

  @Test
  void on_a_hybrid_host_the_controllers_are_those_of_version_one() {
    CgroupMounts mounts =
        CgroupMounts.of(
            """
            32 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu
            33 31 0:30 / /sys/fs/cgroup/cpuacct rw - cgroup cgroup rw,cpuacct
            35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
            39 31 0:36 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids
            41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
            """,
            "8:pids:/\n4:memory:/a\n2:cpuacct:/\n1:cpu:/\n0::/b\n");

    assertThat(mounts.placeInVersionOne()).isPresent();
    assertThat(mounts.versionTwo()).hasValue(Path.of("/sys/fs/cgroup/unified/b"));
    assertThat(mounts.versionTwoTop()).hasValue(Path.of("/sys/fs/cgroup/unified"));
  }

  @Test
  void version_two_has_one_mount() {
    CgroupMounts mounts =
        CgroupMounts.of(
            "29 24 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n",
            "0::/system.slice/sluice.service\n");

    assertThat(mounts.placeInVersionOne()).isEmpty();
    assertThat(mounts.versionTwo()).hasValue(Path.of("/sys/fs/cgroup/system.slice/sluice.service"));
  }

  @Test
  void a_container_sees_its_own_part_of_a_hierarchy() {
    CgroupMounts mounts =
        CgroupMounts.of(
            """
            50 49 0:29 /docker/c0ffee /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu
            51 49 0:30 /docker/c0ffee /sys/fs/cgroup/cpuacct ro - cgroup cgroup rw,cpuacct
            52 49 0:32 /docker/c0ffee /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory
            53 49 0:36 /docker/c0ffee /sys/fs/cgroup/pids ro - cgroup cgroup rw,pids
            """,
            """
            8:pids:/docker/c0ffee
            4:memory:/docker/c0ffee/inner
            2:cpuacct:/docker/c0ffee
            1:cpu:/docker/c0ffee
            """);

    assertThat(mounts.versionOne())
        .containsEntry("pids", Path.of("/sys/fs/cgroup/pids"))
        .containsEntry("memory", Path.of("/sys/fs/cgroup/memory/inner"));
  }

  @Test
  void a_group_outside_of_what_is_mounted_is_not_found() {
    CgroupMounts mounts =
        CgroupMounts.of(
            "29 24 0:26 /docker/c0ffee /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n", "0::/\n");

    assertThat(mounts.versionTwo()).isEmpty();
  }

  @Test
  void a_system_without_control_groups_has_none() {
    CgroupMounts mounts = CgroupMounts.of("25 1 8:1 / / rw - ext4 /dev/sda1 rw\nnonsense\n", "");

    assertThat(mounts.placeInVersionOne()).isEmpty();
    assertThat(mounts.versionTwo()).isEmpty();
  }
}
