package dev.sluice.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits until something is ready that tells why it is not. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TURN = Duration.ofMillis(20);

  private Waiting() {}

  /**
   * Waits, half a minute at most.
   *
   * @throws IllegalStateException with the reason when it is still not ready
   */
  static void until(Supplier<Optional<String>> unreadiness) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Optional<String> reason = unreadiness.get();
        reason.isPresent();
        reason = unreadiness.get()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException(reason.get());
      }
      LockSupport.parkNanos(TURN.toNanos());
    }
  }
}
