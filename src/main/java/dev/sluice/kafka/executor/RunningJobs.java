package dev.sluice.kafka.executor;

import dev.sluice.job.JobKey;
import dev.sluice.sandbox.Cancellation;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What runs in this executor, so that it can be stopped. A cancellation that comes before its job
 * is remembered for it. Thread-safe; all fields are guarded by this.
 */
final class RunningJobs {
  private static final int REMEMBERED = 10_000;

  private final Map<JobKey, Cancellation> running = new HashMap<>();
  private final Set<JobKey> cancelled = new LinkedHashSet<>();
  private boolean stopping;

  /** Takes a job in; empty when it runs here already. */
  synchronized Optional<Cancellation> begin(JobKey key) {
    if (running.containsKey(key)) {
      return Optional.empty();
    }
    Cancellation cancellation = new Cancellation();
    if (stopping || cancelled.contains(key)) {
      cancellation.request();
    }
    running.put(key, cancellation);
    return Optional.of(cancellation);
  }

  synchronized void end(JobKey key) {
    running.remove(key);
    notifyAll();
  }

  /** Stops the job, now or when it comes. */
  void cancel(JobKey key) {
    remember(key).ifPresent(Cancellation::request);
  }

  /** Stops everything, because the executor goes. */
  void stopAll() {
    begun().forEach(Cancellation::request);
  }

  /** Whether somebody asked for the job's end, rather than the executor's. */
  synchronized boolean isCancelled(JobKey key) {
    return cancelled.contains(key);
  }

  /** Waits until nothing runs; false when something still does after that time. */
  synchronized boolean awaitNone(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toNanos();
          !running.isEmpty() && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return running.isEmpty();
  }

  private synchronized Optional<Cancellation> remember(JobKey key) {
    cancelled.add(key);
    if (cancelled.size() > REMEMBERED) {
      cancelled.remove(cancelled.iterator().next());
    }
    return Optional.ofNullable(running.get(key));
  }

  private synchronized List<Cancellation> begun() {
    stopping = true;
    return List.copyOf(running.values());
  }
}
