package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sandbox.CapabilityBroker;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.sandbox.Surroundings;
import java.time.InstantSource;
import org.junit.jupiter.api.Assumptions;

/** Pools over the machine's own engine; without one, tests are skipped with the pool's reason. */
final class TestingEngine {
  static final String EXECUTOR = "container-tests";

  private TestingEngine() {}

  static ContainerPool pool(SandboxListener listener) {
    return pool(EXECUTOR, ContainerSettings.DEFAULTS, listener);
  }

  static ContainerPool pool(String executor, ContainerSettings settings, SandboxListener listener) {
    return pool(
        executor,
        settings,
        new Surroundings(listener, CapabilityBroker.NONE, InstantSource.system()));
  }

  static ContainerPool pool(
      String executor, ContainerSettings settings, Surroundings surroundings) {
    ContainerPool pool = new ContainerPool(executor, settings, surroundings);
    if (pool.offer() instanceof Offer.Unavailable(String reason)) {
      pool.close();
      System.err.println("Skipped: " + reason);
      Assumptions.abort(reason);
    }
    assertThat(pool.offer()).isInstanceOf(Offer.Available.class);
    return pool;
  }
}
