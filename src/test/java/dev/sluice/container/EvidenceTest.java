package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cgroup.Counts;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Limit;
import dev.sluice.sandbox.Assignments;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Counts MODEST =
      new Counts(Duration.ofMillis(50), ByteSize.ofMebibytes(10), 0, 0);

  private Phase phase = Phase.RUNNING;
  private Optional<Ending> stopped = Optional.empty();
  private boolean memoryKill;
  private Counts reading = MODEST;
  private Duration cpu = Duration.ofMillis(50);
  private boolean diskFull;
  private String words = "";

  @Test
  void a_program_that_ends_well_has_succeeded_whatever_was_refused_on_the_way() {
    memoryKill = true;
    diskFull = true;
    reading = new Counts(cpu, Assignments.ROOMY.memory(), 1, 5);

    assertThat(endingAt(0)).isEqualTo(new Ending.Exited(0, Optional.empty()));
  }

  @Test
  void an_exit_code_is_the_programs_own() {
    assertThat(endingAt(3)).isEqualTo(new Ending.Exited(3, Optional.empty()));
  }

  @Test
  void a_code_above_128_is_the_signal_that_ended_it() {
    assertThat(endingAt(139)).isEqualTo(new Ending.Signalled(11));
    assertThat(endingAt(255)).isEqualTo(new Ending.Exited(255, Optional.empty()));
  }

  @Test
  void a_kill_for_memory_names_the_memory() {
    memoryKill = true;

    assertExceeded(Limit.MEMORY, endingAt(137));
  }

  @Test
  void a_killed_child_that_its_program_could_not_do_without_names_the_memory() {
    reading = new Counts(cpu, ByteSize.ofMebibytes(128), 1, 0);

    assertExceeded(Limit.MEMORY, endingAt(1));
  }

  @Test
  void a_kill_with_all_memory_used_names_the_memory_though_the_engine_says_nothing() {
    reading = new Counts(cpu, Assignments.ROOMY.memory(), 0, 0);

    assertExceeded(Limit.MEMORY, endingAt(137));
  }

  @Test
  void a_kill_from_within_is_a_signal() {
    assertThat(endingAt(137)).isEqualTo(new Ending.Signalled(9));
  }

  @Test
  void a_failure_after_a_refused_process_names_the_processes() {
    reading = new Counts(cpu, ByteSize.ofMebibytes(10), 0, 1);

    assertExceeded(Limit.PROCESSES, endingAt(1));
  }

  @Test
  void a_program_that_hangs_after_a_refused_process_is_named_by_the_limit_that_fired_first() {
    reading = new Counts(cpu, ByteSize.ofMebibytes(10), 0, 1);
    stopped = Optional.of(new Ending.Exceeded(Limit.WALL, "more than PT1S"));

    assertExceeded(Limit.PROCESSES, endingAt(137));
  }

  @Test
  void a_failure_with_a_full_folder_names_the_disk() {
    diskFull = true;

    assertExceeded(Limit.DISK, endingAt(1));
  }

  @Test
  void the_kernels_own_limit_of_processor_time_names_the_processor() {
    cpu = Assignments.ROOMY.cpu();

    assertExceeded(Limit.CPU, endingAt(137));
  }

  @Test
  void what_the_pool_did_comes_before_what_followed_from_it() {
    memoryKill = true;
    stopped = Optional.of(new Ending.Stopped());

    assertThat(endingAt(137)).isEqualTo(new Ending.Stopped());
  }

  @Test
  void a_failed_check_is_told_in_the_checkers_words() {
    phase = Phase.CHECK_FAILED;
    words = "SyntaxError: invalid syntax";

    assertThat(endingAt(1)).isEqualTo(new Ending.DidNotCompile("SyntaxError: invalid syntax"));
  }

  @Test
  void files_that_do_not_fit_name_the_disk() {
    phase = Phase.UNPACK_FAILED;
    diskFull = true;

    assertExceeded(Limit.DISK, endingAt(1));
  }

  @Test
  void a_container_that_never_came_to_the_program_is_the_platforms_fault() {
    phase = Phase.PREPARING;

    assertThat(endingAt(127))
        .isInstanceOfSatisfying(
            Ending.Failed.class,
            failed -> assertThat(failed.fault()).isEqualTo(PlatformFault.SANDBOX_BROKEN));
  }

  @Test
  void a_container_that_the_engine_lost_is_the_platforms_fault() {
    assertThat(ending(Optional.empty())).isInstanceOf(Ending.Failed.class);
  }

  private Ending endingAt(int exitCode) {
    return ending(Optional.of(exitCode));
  }

  private Ending ending(Optional<Integer> exitCode) {
    return new Evidence(
            phase,
            stopped,
            exitCode,
            memoryKill,
            reading,
            cpu,
            Assignments.ROOMY,
            33,
            diskFull,
            words)
        .ending();
  }

  private static void assertExceeded(Limit limit, Ending ending) {
    assertThat(ending)
        .isInstanceOfSatisfying(
            Ending.Exceeded.class, exceeded -> assertThat(exceeded.limit()).isEqualTo(limit));
  }
}
