package dev.sluice.cgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The groups of this machine, where they are writable. */
class CgroupHomeIT {
  private static final CgroupLimits LIMITS = new CgroupLimits(ByteSize.ofMebibytes(32), 8, 1);

  private CgroupHome home;

  @BeforeEach
  void open() {
    Cgroups opened = Cgroups.open();
    assumeThat(opened).isInstanceOf(Cgroups.Writable.class);
    home = ((Cgroups.Writable) opened).home();
  }

  @AfterEach
  void close() {
    if (home != null) {
      home.close();
    }
  }

  /** Runs a shell's commands in the group and waits for their end. */
  private static int run(Cgroup group, String commands) throws IOException, InterruptedException {
    Process process = start(group, commands);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static Process start(Cgroup group, String commands) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of("/bin/sh", "-c", "for e; do echo 0 >\"$e\"; done; " + commands, "sh"));
    group.entrances().forEach(entrance -> line.add(entrance.toString()));
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  @Test
  void a_process_that_takes_too_much_memory_is_killed_and_counted() throws Exception {
    try (Cgroup group = home.make("greedy", LIMITS)) {
      int exitCode = run(group, "exec tail /dev/zero");

      Counts counts = group.read();

      assertThat(exitCode).isEqualTo(128 + 9);
      assertThat(counts.memoryKills()).isPositive();
      assertThat(counts.peakMemory()).isBetween(ByteSize.ofMebibytes(30), ByteSize.ofMebibytes(32));
    }
  }

  @Test
  void a_process_too_many_is_refused_and_counted() throws Exception {
    try (Cgroup group = home.make("fertile", LIMITS)) {
      run(group, "for i in 1 2 3 4 5 6 7 8 9; do sleep 1 & done; wait");

      assertThat(group.read().refusedProcesses()).isPositive();
      assertThat(group.read().memoryKills()).isZero();
    }
  }

  @Test
  void processor_time_is_counted_finely_and_with_that_of_children() throws Exception {
    try (Cgroup group = home.make("busy", LIMITS)) {
      run(group, "true; /bin/true");
      Duration little = group.read().cpu();
      run(group, "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'");

      assertThat(little).isPositive().isLessThan(Duration.ofMillis(100));
      assertThat(group.read().cpu()).isGreaterThan(little.plusMillis(50));
    }
  }

  @Test
  void a_peak_is_of_the_time_since_it_was_reset() throws Exception {
    try (Cgroup group = home.make("once-large", LIMITS)) {
      run(group, "head -c 20000000 /dev/zero | tail -c 20000000 >/dev/null");
      ByteSize before = group.read().peakMemory();
      assumeThat(group.resetPeak()).isTrue();
      run(group, "true");

      assertThat(before).isGreaterThan(ByteSize.ofMebibytes(16));
      assertThat(group.read().peakMemory()).isLessThan(ByteSize.ofMebibytes(10));
    }
  }

  @Test
  void a_closed_group_is_gone_with_what_ran_in_it() throws Exception {
    Cgroup group = home.make("stubborn", LIMITS);
    Process process = start(group, "exec sleep 1000");
    await().until(() -> isIn(group, process));

    group.close();

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    home.close();
    group.entrances().forEach(entrance -> assertThat(entrance.getParent()).doesNotExist());
  }

  @Test
  void the_groups_of_a_dead_process_are_removed_by_the_next() throws Exception {
    Owner us = Owner.current();
    try (Cgroup ours = home.make("ours", LIMITS)) {
      Path kept = ours.entrances().getFirst();
      CgroupPlace base = baseOf(kept.resolve("../../..").normalize());
      Owner dead = new Owner(us.host(), us.process(), us.startTicks() + 1);
      Cgroup left = CgroupHome.inside(base, dead).make("left", LIMITS);
      Process process = start(left, "exec sleep 1000");
      await().until(() -> isIn(left, process));

      CgroupHome.inside(base, us).close();

      assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
      left.entrances().forEach(entrance -> assertThat(entrance.getParent()).doesNotExist());
      assertThat(kept).exists();
    }
  }

  private static CgroupPlace baseOf(Path folder) throws IOException {
    return CgroupMounts.of(
            Files.readString(Path.of("/proc/self/mountinfo")),
            Files.readString(Path.of("/proc/self/cgroup")))
        .placeInVersionOne()
        .<CgroupPlace>map(own -> own)
        .orElseGet(() -> new CgroupPlace.VersionTwo(folder));
  }

  private static boolean isIn(Cgroup group, Process process) throws IOException {
    return Files.readAllLines(group.entrances().getLast()).contains(Long.toString(process.pid()));
  }
}
