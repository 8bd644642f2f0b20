package dev.sluice.kafka.executor;

import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import java.time.Duration;
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
  private final Supplier<PoolCapacity> pool;
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
      Supplier<PoolCapacity> pool,
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
      PoolCapacity now = pool.get();
      listener.accept(now.offer());
      if (said.filter(before -> !isNews(before, now)).isEmpty()) {
        outbound.capacity(key(), Optional.of(now));
        said = Optional.of(now);
      }
    } catch (RuntimeException bug) {
      LOG.error("stage=executor the pool's offer could not be published", bug);
    }
  }

  private boolean isNews(PoolCapacity before, PoolCapacity now) {
    return !before.offer().equals(now.offer())
        || differ(before.service(), now.service())
        || !before.at().plus(settings.capacityInterval()).isAfter(now.at());
  }

  /** By a quarter or more; less makes no difference to anybody. */
  private static boolean differ(Optional<Duration> before, Optional<Duration> now) {
    if (before.isEmpty() || now.isEmpty()) {
      return before.isPresent() != now.isPresent();
    }
    Duration change = now.get().minus(before.get()).abs();
    return change.multipliedBy(4).compareTo(before.get()) >= 0 && change.isPositive();
  }

  private String key() {
    return settings.executor() + "/" + settings.tier().word();
  }
}
