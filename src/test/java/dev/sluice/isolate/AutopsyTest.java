package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Limit;
import dev.sluice.sandbox.Assignments;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutopsyTest {
  private static final WorkerShape SHAPE =
      new WorkerShape(WorkerKinds.JAVASCRIPT, MemoryClass.of(ByteSize.ofMebibytes(64)));
  private static final Optional<ByteSize> DATA_LIMIT = Optional.of(ByteSize.ofMebibytes(400));
  private static final String NO_MEMORY =
      "OpenJDK 64-Bit Server VM warning: INFO: os::commit_memory(0x00007f88d43e9000, 4096, 0)"
          + " failed; error='Not enough space' (errno=12)";

  private static Ending ending(int exitCode, String words, Reading usage) {
    return ending(new Autopsy(Optional.of(exitCode), words, usage, Optional.empty()));
  }

  private static Ending ending(Autopsy autopsy) {
    return autopsy.ending("it ended", SHAPE, Assignments.ROOMY);
  }

  private static Reading reading(long memoryKills, long refusedThreads) {
    return new Reading(
        Duration.ZERO, new ByteSize(0), new ByteSize(0), memoryKills, refusedThreads);
  }

  @Test
  void a_full_heap_is_the_programs_memory_limit() {
    assertExceeded(ending(3, "", Reading.NOTHING), Limit.MEMORY);
  }

  @Test
  void a_worker_that_the_kernel_killed_for_memory_reached_the_memory_limit() {
    assertExceeded(ending(137, "", reading(1, 0)), Limit.MEMORY);
  }

  @Test
  void a_worker_that_was_killed_for_no_known_reason_is_the_platforms_fault() {
    assertThat(ending(137, "", Reading.NOTHING))
        .isEqualTo(
            new Ending.Failed(
                PlatformFault.SANDBOX_BROKEN, "a worker process failed: it ended, exit code 137"));
  }

  @Test
  void refused_memory_is_the_programs_doing_only_where_a_limit_of_ours_refused_it() {
    assertExceeded(
        ending(new Autopsy(Optional.of(1), NO_MEMORY, Reading.NOTHING, DATA_LIMIT)), Limit.MEMORY);
    assertThat(ending(1, NO_MEMORY, Reading.NOTHING)).isInstanceOf(Ending.Failed.class);
    assertThat(ending(new Autopsy(Optional.of(1), "oh no", Reading.NOTHING, DATA_LIMIT)))
        .isInstanceOf(Ending.Failed.class);
  }

  @Test
  void a_worker_that_was_refused_threads_reached_the_limit_of_processes() {
    assertExceeded(ending(1, "", reading(0, 2)), Limit.PROCESSES);
  }

  @Test
  void a_call_of_another_architecture_is_a_signal_and_nobody_elses_fault() {
    assertThat(ending(128 + 31, "", Reading.NOTHING)).isEqualTo(new Ending.Signalled(31));
  }

  @Test
  void a_worker_that_lives_with_a_broken_line_is_the_platforms_fault() {
    assertThat(ending(new Autopsy(Optional.empty(), "", Reading.NOTHING, Optional.empty())))
        .isEqualTo(
            new Ending.Failed(
                PlatformFault.SANDBOX_BROKEN, "a worker process failed: it ended, still alive"));
  }

  private static void assertExceeded(Ending ending, Limit limit) {
    assertThat(ending)
        .isInstanceOfSatisfying(
            Ending.Exceeded.class, exceeded -> assertThat(exceeded.limit()).isEqualTo(limit));
  }
}
