package dev.sluice.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Version two, on a tree of plain folders and files. */
class DelegationTest {
  private static final Owner US = Owner.current();
  private static final String OUR_PROCESS = Long.toString(US.process());

  @TempDir private Path process;
  @TempDir private Path top;
  private Path own;

  @BeforeEach
  void plantTheTree() throws IOException {
    Files.writeString(
        process.resolve("mountinfo"), "29 24 0:26 / " + top + " rw - cgroup2 cgroup2 rw\n");
    Files.writeString(process.resolve("cgroup"), "0::/sluice.service\n");
    own = Files.createDirectory(top.resolve("sluice.service"));
    for (Path group : new Path[] {top, own}) {
      Files.writeString(group.resolve("cgroup.controllers"), "cpuset cpu io memory pids\n");
      Files.writeString(group.resolve("cgroup.procs"), "");
    }
    Files.writeString(own.resolve("cgroup.events"), "populated 1\nfrozen 0\n");
    Files.writeString(own.resolve("cgroup.procs"), OUR_PROCESS + "\n");
  }

  private Cgroups open() {
    return Cgroups.open(process, US);
  }

  private Path home(Path base) {
    return base.resolve(CgroupName.of(US));
  }

  @Test
  void a_process_moves_into_its_home_and_hands_the_controllers_on() throws IOException {
    Cgroups opened = open();

    assertThat(opened)
        .isInstanceOfSatisfying(
            Cgroups.Writable.class,
            writable -> assertThat(writable.home().version()).isEqualTo("cgroup v2"));
    assertThat(home(own).resolve("executor/cgroup.procs")).hasContent(OUR_PROCESS);
    assertThat(own.resolve("cgroup.subtree_control")).content().contains("+cpu");
    assertThat(home(own).resolve("cgroup.subtree_control")).content().contains("+cpu");
  }

  @Test
  void a_process_that_has_moved_already_stays_where_it_is() throws IOException {
    open();
    Files.writeString(
        process.resolve("cgroup"), "0::/sluice.service/" + CgroupName.of(US) + "/executor\n");

    Cgroups again = open();

    assertThat(again).isInstanceOf(Cgroups.Writable.class);
    assertThat(home(own).resolve("executor/cgroup.procs")).hasContent(OUR_PROCESS);
    assertThat(home(home(own).resolve("executor"))).doesNotExist();
  }

  @Test
  void where_the_own_group_is_shared_the_top_is_taken_and_nobody_has_moved() throws IOException {
    Files.createDirectory(own.resolve("cgroup.subtree_control"));

    Cgroups opened = open();

    assertThat(opened).isInstanceOf(Cgroups.Writable.class);
    assertThat(home(top).resolve("cgroup.subtree_control")).content().contains("+cpu");
    assertThat(home(top).resolve("executor")).doesNotExist();
    assertThat(own.resolve("cgroup.procs")).content().startsWith(OUR_PROCESS);
  }

  @Test
  void without_controllers_there_are_no_groups() throws IOException {
    Files.writeString(own.resolve("cgroup.controllers"), "cpu io\n");
    Files.writeString(top.resolve("cgroup.controllers"), "cpu io\n");

    assertThat(open())
        .isInstanceOfSatisfying(
            Cgroups.NotWritable.class,
            none -> assertThat(none.reason()).contains("no controllers of memory and pids"));
    assertThat(home(own)).doesNotExist();
  }

  @Test
  void a_system_without_control_groups_says_so() throws IOException {
    Files.delete(process.resolve("cgroup"));

    assertThat(open()).isEqualTo(new Cgroups.NotWritable("this system has no control groups"));
  }

  @Test
  void limits_are_written_where_the_kernel_reads_them() throws IOException {
    CgroupPlace group = new CgroupPlace.VersionTwo(own).inside("worker");

    CgroupFolders.make(group, new CgroupLimits(ByteSize.ofMebibytes(64), 32, 2));

    assertThat(own.resolve("worker/memory.max")).hasContent("67108864");
    assertThat(own.resolve("worker/memory.swap.max")).hasContent("0");
    assertThat(own.resolve("worker/pids.max")).hasContent("32");
    assertThat(own.resolve("worker/cpu.max")).hasContent("200000 100000");
  }

  @Test
  void what_a_dead_process_left_is_removed_and_what_a_living_one_has_stays() throws IOException {
    Owner dead = new Owner(US.host(), US.process(), US.startTicks() + 1);
    Owner foreign = new Owner("elsewhere", 1, 1);
    Path left = Files.createDirectories(own.resolve(CgroupName.of(dead)).resolve("worker"));
    Path alive = Files.createDirectories(home(own).resolve("worker"));
    Path unknown = Files.createDirectories(own.resolve(CgroupName.of(foreign)).resolve("worker"));

    open();

    assertThat(left.getParent()).doesNotExist();
    assertThat(alive).exists();
    assertThat(unknown).exists();
  }

  @Test
  void a_peak_that_the_kernel_does_not_keep_is_the_most_that_was_seen() throws IOException {
    Path group = Files.createDirectory(own.resolve("worker"));
    Files.writeString(group.resolve("cpu.stat"), "usage_usec 1500\n");
    Files.writeString(group.resolve("memory.current"), "4096\n");
    Files.writeString(group.resolve("memory.events"), "oom_kill 0\n");
    Files.writeString(group.resolve("pids.events"), "max 0\n");
    try (CgroupMeter meter = CgroupMeter.ofOurs(new CgroupFiles.VersionTwo(group))) {
      Files.writeString(group.resolve("memory.current"), "1024\n");

      Counts counts = meter.read();

      assertThat(counts.peakMemory()).isEqualTo(new ByteSize(4096));
      assertThat(counts.cpu()).hasNanos(1_500_000);
      assertThat(meter.resetPeak()).isFalse();
    }
  }
}
