package dev.sluice.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end: the command is asked to stop, and the process lives
 * on until the command has closed what it opened. Opened first and closed last.
 */
final class OrderlyEnd implements AutoCloseable {
  /** Longer than the slowest part takes to close; after that the process ends anyway. */
  private static final int PATIENCE_SECONDS = 90;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);

  private OrderlyEnd() {}

  /**
   * Watches for signals.
   *
   * @param stop quick; called in a thread of its own
   */
  static OrderlyEnd onSignal(Runnable stop) {
    OrderlyEnd end = new OrderlyEnd();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("orderly-end").unstarted(() -> end.stop(stop)));
    return end;
  }

  private void stop(Runnable stop) {
    if (ended.getCount() == 0) {
      return;
    }
    asked.countDown();
    stop.run();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.PLATFORM.code());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a signal came. */
  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits for a signal. */
  void await() throws InterruptedException {
    asked.await();
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
