package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.SandboxStamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which worker a program gets, with real ones. */
class WorkerSupplyIT {
  private static final Assignments ASSIGNMENTS = Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT);

  private final TestingSandboxListener listener = new TestingSandboxListener();

  @Test
  void the_first_program_takes_the_spare_that_is_just_starting() {
    try (IsolatePool pool = open(IsolateSettings.DEFAULTS.withSlots(1))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> listener.created().size() == 1);

      assertThat(sandbox(pool, ASSIGNMENTS)).isEqualTo(listener.created().getFirst().sandbox());
    }
  }

  @Test
  void programs_of_a_tenant_follow_each_other_in_a_worker_where_its_policy_lets_them() {
    try (IsolatePool pool = open(withoutSpares())) {
      assertThat(sandbox(pool, ASSIGNMENTS)).isEqualTo(sandbox(pool, ASSIGNMENTS));
    }
  }

  @Test
  void no_program_runs_where_another_has_where_its_policy_says_so() {
    Assignments never = ASSIGNMENTS.withReuse(WorkerReuse.NEVER);
    try (IsolatePool pool = open(withoutSpares())) {
      String reusable = sandbox(pool, ASSIGNMENTS);

      String first = sandbox(pool, never);
      String second = sandbox(pool, never);

      assertThat(first).isNotIn(reusable, second);
      assertThat(second).isNotEqualTo(reusable);
      assertThat(listener.destroyed()).hasSize(2);
    }
  }

  @Test
  void after_a_program_of_an_unusual_size_a_spare_of_that_size_is_kept() {
    Assignments unusual = ASSIGNMENTS.withMemory(ByteSize.ofMebibytes(48));
    try (IsolatePool pool =
        open(
            IsolateSettings.DEFAULTS
                .withSlots(1)
                .withSpares(
                    new IsolateSettings.Spares(
                        1, Set.of(), ByteSize.ofMebibytes(128), Duration.ofMinutes(1), 1)))) {
      String first = sandbox(pool, unusual);
      await().atMost(Duration.ofSeconds(60)).until(() -> listener.created().size() == 2);

      String ofAnotherTenant = sandbox(pool, unusual.of("other"));

      assertThat(listener.created().subList(0, 2))
          .extracting(SandboxStamp::sandbox)
          .containsExactlyInAnyOrder(first, ofAnotherTenant);
    }
  }

  /** Bubblewrap has to reap its child: an orphan is there until somebody else does. */
  @Test
  void a_program_hardly_waits_for_the_end_of_a_worker_that_is_not_kept() {
    try (IsolatePool pool = open(IsolateSettings.DEFAULTS.withSlots(1).withIdleWorkers(0))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> listener.created().size() == 1);
      long begunNanos = System.nanoTime();

      String used = sandbox(pool, ASSIGNMENTS);

      assertThat(Duration.ofNanos(System.nanoTime() - begunNanos))
          .isLessThan(Duration.ofSeconds(1));
      assertThat(listener.destroyed()).extracting(SandboxStamp::sandbox).containsExactly(used);
    }
  }

  private IsolatePool open(IsolateSettings settings) {
    return new IsolatePool("executor-1", settings, listener, InstantSource.system());
  }

  private static IsolateSettings withoutSpares() {
    return IsolateSettings.DEFAULTS.withSlots(1).withSpares(IsolateSettings.Spares.NONE);
  }

  private static String sandbox(IsolatePool pool, Assignments assignments) {
    var outcome = pool.run(assignments.running("1 + 1"), new Cancellation());
    assertThat(outcome.ending()).isInstanceOf(Ending.Exited.class);
    return outcome.sandbox().orElseThrow().sandbox();
  }
}
