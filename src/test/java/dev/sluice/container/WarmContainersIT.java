package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.SandboxStamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Containers that are started ahead. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WarmContainersIT {
  private static final Assignments ASSIGNMENTS =
      Assignments.in(Tier.CONTAINER, Languages.BASH).withMemory(ByteSize.ofMebibytes(48));

  private final TestingSandboxListener listener = new TestingSandboxListener();

  @Test
  void a_job_takes_a_container_of_its_shape_that_was_started_ahead_and_no_job_takes_it_again() {
    try (ContainerPool pool = TestingEngine.pool(listener)) {
      SandboxStamp cold = run(pool, ASSIGNMENTS);
      await().atMost(Duration.ofSeconds(60)).until(() -> pool.startedAhead() == 2);
      List<SandboxStamp> startedAhead = waiting(cold);

      SandboxStamp first = run(pool, ASSIGNMENTS);
      SandboxStamp second = run(pool, ASSIGNMENTS.of("other"));

      assertThat(startedAhead).contains(first, second);
      assertThat(first).isNotEqualTo(second);
      assertThat(listener.destroyed()).contains(first, second);
    }
    assertThat(listener.destroyed()).containsExactlyInAnyOrderElementsOf(listener.created());
  }

  @Test
  void a_job_of_another_shape_gets_a_container_of_its_own() {
    try (ContainerPool pool = TestingEngine.pool(listener)) {
      SandboxStamp cold = run(pool, ASSIGNMENTS);
      await().atMost(Duration.ofSeconds(60)).until(() -> pool.startedAhead() == 2);
      List<SandboxStamp> startedAhead = waiting(cold);

      SandboxStamp other = run(pool, ASSIGNMENTS.withMemory(ByteSize.ofMebibytes(64)));

      assertThat(startedAhead).doesNotContain(other);
    }
  }

  @Test
  void a_container_that_died_while_it_waited_is_not_taken() throws Exception {
    try (ContainerPool pool = TestingEngine.pool(listener);
        Engine engine = new Engine(ContainerSettings.DEFAULTS.engine())) {
      SandboxStamp cold = run(pool, ASSIGNMENTS);
      await().atMost(Duration.ofSeconds(60)).until(() -> pool.startedAhead() == 2);
      List<SandboxStamp> killed = waiting(cold);
      killed.forEach(sandbox -> engine.kill(sandbox.sandbox()));
      await().atMost(Duration.ofSeconds(60)).until(() -> listener.destroyed().containsAll(killed));

      assertThat(killed).doesNotContain(run(pool, ASSIGNMENTS));
    }
  }

  private List<SandboxStamp> waiting(SandboxStamp cold) {
    return listener.created().stream()
        .filter(sandbox -> !sandbox.equals(cold))
        .filter(sandbox -> !listener.destroyed().contains(sandbox))
        .toList();
  }

  private static SandboxStamp run(ContainerPool pool, Assignments assignments) {
    AttemptOutcome outcome = pool.run(assignments.running("echo done"), new Cancellation());
    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(0, Optional.empty()));
    return outcome.sandbox().orElseThrow();
  }
}
