package dev.sluice.kafka.executor;

import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says on {@code code.capacity} what the pool can take: every so often, at once when it changes,
 * and that it is gone when the executor closes. Owns its thread.
 */
final class CapacityPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CapacityPublisher.class);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ExecutorSettings settings;
  private final Outbound outbound;
  private final Supplier<Offer> pool;
  private final Consumer<Offer> listener;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("executor-capacity").factory());

  /** What was said last; the scheduler's thread only. */
  private Optional<PoolCapacity> said = Optional.empty();

  /**
   * A publisher that says nothing yet.
   *
   * @param listener hears each offer before the other stages do
   */
  CapacityPublisher(
      ExecutorSettings settings,
      Outbound outbound,
      Supplier<Offer> pool,
      Consumer<Offer> listener) {
    this.settings = settings;
    this.outbound = outbound;
    this.pool = pool;
    this.listener = listener;
  }

  void start() {
    var _ = scheduler.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    scheduler.shutdown();
    try {
      if (!scheduler.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("stage=executor the capacity publisher did not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    outbound.capacity(key(), Optional.empty());
  }

  private void look() {
    try {
      Offer offer = pool.get();
      Instant now = Instant.now();
      listener.accept(offer);
      if (said.isEmpty()
          || !said.get().offer().equals(offer)
          || !said.get().at().plus(settings.capacityInterval()).isAfter(now)) {
        PoolCapacity capacity = new PoolCapacity(settings.executor(), settings.tier(), offer, now);
        outbound.capacity(key(), Optional.of(capacity));
        said = Optional.of(capacity);
      }
    } catch (RuntimeException bug) {
      LOG.error("stage=executor the pool's offer could not be published", bug);
    }
  }

  private String key() {
    return settings.executor() + "/" + settings.tier().word();
  }
}
