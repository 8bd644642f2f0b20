package dev.sluice.kafka.executor;

import java.time.Duration;
import java.util.Optional;

/**
 * For how long programs lately kept a slot: the mean of the first few, then one in which each new
 * program counts as much as one of so many. A single program that runs a thousand times longer than
 * the others is felt at once. Thread-safe.
 */
final class ServiceTime {
  private static final int REMEMBERED = 32;

  /** Guarded by this. */
  private double meanNanos;

  /** Programs that the mean is of, up to the number remembered; guarded by this. */
  private int programs;

  synchronized void add(Duration kept) {
    programs = Math.min(REMEMBERED, programs + 1);
    meanNanos += (kept.toNanos() - meanNanos) / programs;
  }

  /** Empty before the first program. */
  synchronized Optional<Duration> mean() {
    return programs == 0 ? Optional.empty() : Optional.of(Duration.ofNanos((long) meanNanos));
  }
}
