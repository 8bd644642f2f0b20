package dev.sluice.container;

import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the engine is there and has the image, so that nobody has to wait to be told. Asks
 * once when it is made, then from a thread of its own.
 */
final class EngineWatch implements AutoCloseable {
  /** Whether containers can be made. */
  sealed interface Readiness {
    /** They can, of the image with this digest. */
    record Ready(String imageId) implements Readiness {}

    /** They cannot, and what would help. */
    record NotReady(String reason) implements Readiness {}
  }

  private static final Logger log = LoggerFactory.getLogger(EngineWatch.class);

  private final Engine engine;
  private final ContainerSettings settings;
  private final Runnable upkeep;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("container-engine-watch").factory());
  private volatile Readiness readiness;

  /**
   * @param upkeep is run each time the engine was found ready, in the same thread
   */
  EngineWatch(Engine engine, ContainerSettings settings, Runnable upkeep) {
    this.engine = engine;
    this.settings = settings;
    this.upkeep = upkeep;
    this.readiness = ask();
    tell(readiness);
  }

  void start() {
    Duration every = settings.engineRecheck();
    var _ = thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  Readiness readiness() {
    return readiness;
  }

  /** Stops asking, and waits for an upkeep that is under way. */
  @Override
  public void close() {
    thread.close();
  }

  private void look() {
    Readiness now = ask();
    if (!now.equals(readiness)) {
      tell(now);
    }
    readiness = now;
    if (now instanceof Readiness.Ready) {
      try {
        upkeep.run();
      } catch (RuntimeException failure) {
        log.warn("Containers that nobody owns could not be removed; trying again", failure);
      }
    }
  }

  private Readiness ask() {
    try {
      engine.ping();
      return new Readiness.Ready(engine.imageId(settings.image()));
    } catch (NotFoundException missing) {
      return new Readiness.NotReady(
          "the engine has no image " + settings.image() + "; run images/build");
    } catch (RuntimeException silent) {
      return new Readiness.NotReady(
          "no Docker engine answers at " + settings.engine() + "; run ./sluice setup");
    }
  }

  private static void tell(Readiness readiness) {
    switch (readiness) {
      case Readiness.Ready(String imageId) -> log.info("Containers are made of image {}", imageId);
      case Readiness.NotReady(String reason) -> log.warn("No containers: {}", reason);
    }
  }
}
