package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Workers whose engine compiles hot code, as confined as the others. */
class OptimisingRuntimeIT {

  @Test
  void a_worker_compiles_hot_code_where_its_language_is_configured_so() {
    IsolateSettings settings =
        IsolateSettings.DEFAULTS
            .withSlots(1)
            .withSpares(IsolateSettings.Spares.NONE)
            .withOptimised(Set.of("javascript"));
    try (IsolatePool pool =
        new IsolatePool(
            "executor-1", settings, new TestingSandboxListener(), InstantSource.system())) {

      AttemptOutcome outcome =
          pool.run(
              Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT)
                  .running("let sum = 0; for (let n = 0; n < 5e6; n++) sum += n % 7; sum"),
              new Cancellation());

      assertThat(outcome.ending()).isEqualTo(new Ending.Exited(0, Optional.of("14999995")));
      assertThat(outcome.sandbox().orElseThrow().engine()).endsWith(", optimising");
      assertThat(outcome.sandbox().orElseThrow().confinement()).startsWith("bubblewrap");
    }
  }
}
