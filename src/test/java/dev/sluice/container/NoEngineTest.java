package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.CapabilityBroker;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.Surroundings;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoEngineTest {
  @TempDir Path folder;

  @Test
  void a_pool_without_an_engine_offers_nothing_and_says_what_would_help() {
    TestingSandboxListener listener = new TestingSandboxListener();
    String nowhere = "unix://" + folder.resolve("nothing.sock");
    ContainerSettings settings = ContainerSettings.DEFAULTS.withEngine(nowhere);
    try (ContainerPool pool =
        new ContainerPool(
            "test",
            settings,
            new Surroundings(listener, CapabilityBroker.NONE, InstantSource.system()))) {

      AttemptOutcome outcome =
          pool.run(
              Assignments.in(Tier.CONTAINER, Languages.BASH).running("true"), new Cancellation());

      String reason = "no Docker engine answers at " + nowhere + "; run ./sluice setup";
      assertThat(pool.offer()).isEqualTo(new Offer.Unavailable(reason));
      assertThat(outcome.ending())
          .isEqualTo(new Ending.Failed(PlatformFault.SANDBOX_UNAVAILABLE, reason));
      assertThat(listener.created()).isEmpty();
    }
  }
}
