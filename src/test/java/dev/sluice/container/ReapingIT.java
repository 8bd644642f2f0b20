package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.Container;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.SandboxStamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReapingIT {
  private static final int RUNNING_AND_STARTED_AHEAD =
      1 + ContainerSettings.DEFAULTS.warm().count();

  private final TestingSandboxListener listener = new TestingSandboxListener();
  private final String killed = "killed-" + UUID.randomUUID();

  @Test
  void what_a_killed_executor_left_is_removed_by_another_and_reported_once() throws Exception {
    try (ContainerPool pool = TestingEngine.pool(listener);
        Engine engine = new Engine(ContainerSettings.DEFAULTS.engine())) {
      Process executor = TestingExecutorProcess.start(killed);
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> containersOfTheKilled(engine).size() == RUNNING_AND_STARTED_AHEAD);
      Tuple[] left =
          containersOfTheKilled(engine).stream()
              .map(container -> tuple(killed, container.getNames()[0].substring(1)))
              .toArray(Tuple[]::new);

      executor.destroyForcibly().waitFor();

      await().atMost(Duration.ofSeconds(20)).until(() -> containersOfTheKilled(engine).isEmpty());
      await()
          .untilAsserted(
              () ->
                  assertThat(listener.destroyed())
                      .extracting(SandboxStamp::executor, SandboxStamp::sandbox)
                      .containsExactlyInAnyOrder(left));
      assertThat(pool.offer()).isNotNull();
    }
  }

  @Test
  void what_a_living_executor_runs_is_left_alone() throws Exception {
    try (Engine engine = new Engine(ContainerSettings.DEFAULTS.engine());
        ContainerPool pool = TestingEngine.pool(listener)) {
      Process executor = TestingExecutorProcess.start(killed);
      try {
        await()
            .atMost(Duration.ofSeconds(40))
            .until(() -> containersOfTheKilled(engine).size() == RUNNING_AND_STARTED_AHEAD);

        Removals removals =
            new Removals(engine, TestingEngine.EXECUTOR, listener, InstantSource.system());
        removals.sweep();

        assertThat(containersOfTheKilled(engine)).hasSize(RUNNING_AND_STARTED_AHEAD);
        assertThat(listener.destroyed()).isEmpty();
      } finally {
        executor.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(20)).until(() -> containersOfTheKilled(engine).isEmpty());
      }
      assertThat(pool.offer()).isNotNull();
    }
  }

  private List<Container> containersOfTheKilled(Engine engine) {
    return engine.labelled(Labels.EXECUTOR + "=" + killed);
  }
}
