package dev.sluice.container;

import dev.sluice.sandbox.SpareDemand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Containers that were started ahead and belong to nobody: a job that finds one of its shape need
 * not wait for its namespaces. Each serves one job and is never put back. A thread of its own keeps
 * them; what it keeps is guarded by this.
 */
final class WarmContainers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WarmContainers.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

  /** Of one that waits; a job that could outlive it takes a new one. */
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final ContainerFactory factory;
  private final Supplier<EngineWatch.Readiness> readiness;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor tender =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("container-tender").factory());

  /** Guarded by this. */
  private final SpareDemand<ContainerShape> demand;

  /** Longest waiting first; guarded by this. */
  private final List<StartedContainer> waiting = new ArrayList<>();

  /** Guarded by this. */
  private boolean closed;

  WarmContainers(
      ContainerFactory factory,
      SpareDemand.Terms terms,
      Supplier<EngineWatch.Readiness> readiness,
      InstantSource clock) {
    this.factory = factory;
    this.demand = new SpareDemand<>(List.of(), terms);
    this.readiness = readiness;
    this.clock = clock;
    var _ =
        tender.scheduleWithFixedDelay(
            this::tend,
            BETWEEN_ROUNDS.toMillis(),
            BETWEEN_ROUNDS.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** One of this shape and image that lasts long enough, if one waits; another is started then. */
  synchronized Optional<StartedContainer> take(
      ContainerShape shape, String imageId, Instant neededUntil) {
    demand.ask(shape, clock.instant());
    Optional<StartedContainer> fitting =
        waiting.stream()
            .filter(container -> container.shape().equals(shape))
            .filter(container -> container.stamp().engine().equals(imageId))
            .filter(container -> neededUntil.isBefore(container.expiresAt()))
            .filter(container -> !container.line().ended().isKnown())
            .findFirst();
    fitting.ifPresent(waiting::remove);
    if (!closed) {
      tender.execute(this::tend);
    }
    return fitting;
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiting.size();
  }

  private void tend() {
    if (!(readiness.get() instanceof EngineWatch.Readiness.Ready(String imageId))) {
      return;
    }
    try {
      takeOutStale(imageId)
          .forEach(stale -> factory.unmake(stale, Optional.empty(), "nobody needed it"));
      Optional<ContainerShape> missing = missing();
      while (missing.isPresent()) {
        add(factory.make(missing.get(), imageId, Optional.empty(), LIFETIME));
        missing = missing();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException refused) {
      log.atDebug().setCause(refused).log("No container could be started ahead; trying again");
    }
  }

  private synchronized Optional<ContainerShape> missing() {
    return closed
        ? Optional.empty()
        : demand.wanted(clock.instant()).entrySet().stream()
            .filter(wanted -> count(wanted.getKey()) < wanted.getValue())
            .map(Map.Entry::getKey)
            .findFirst();
  }

  private long count(ContainerShape shape) {
    return waiting.stream().filter(container -> container.shape().equals(shape)).count();
  }

  private void add(StartedContainer container) {
    synchronized (this) {
      if (!closed) {
        waiting.add(container);
        return;
      }
    }
    factory.unmake(container, Optional.empty(), "the pool is closed");
  }

  /** Those that ended, that nobody asks for any more, of an old image, or half way to their end. */
  private synchronized List<StartedContainer> takeOutStale(String imageId) {
    Instant now = clock.instant();
    Map<ContainerShape, Integer> wanted = demand.wanted(now);
    List<StartedContainer> stale =
        waiting.stream()
            .filter(
                container ->
                    container.line().ended().isKnown()
                        || !wanted.containsKey(container.shape())
                        || !container.stamp().engine().equals(imageId)
                        || container.expiresAt().minus(LIFETIME.dividedBy(2)).isBefore(now))
            .toList();
    waiting.removeAll(stale);
    return stale;
  }

  /** Removes all that wait, and starts no more. */
  @Override
  public void close() {
    List<StartedContainer> leaving;
    synchronized (this) {
      closed = true;
      leaving = List.copyOf(waiting);
      waiting.clear();
    }
    tender.close();
    leaving.forEach(container -> factory.unmake(container, Optional.empty(), "the pool is closed"));
  }
}
