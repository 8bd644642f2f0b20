package dev.sluice.isolate.javascript;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.graalvm.polyglot.Value;

/**
 * The timers of one program, run one after another in the program's thread, as Node runs them. Only
 * {@link #stop()} is called from another.
 */
final class Timers {
  private static final double LONGEST_DELAY_MILLIS = Integer.MAX_VALUE;

  private record Timer(long id, long dueNanos, long periodNanos, Value callback) {}

  private final PriorityQueue<Timer> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Timer::dueNanos).thenComparingLong(Timer::id));
  private final Map<Long, Timer> byId = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopRequested = lock.newCondition();

  /** Guarded by {@link #lock}. */
  private boolean stopped;

  private long lastId;

  long set(Value callback, double delayMillis, boolean repeating) {
    double millis = delayMillis >= 1 && delayMillis <= LONGEST_DELAY_MILLIS ? delayMillis : 1;
    long delay = (long) (millis * 1_000_000);
    schedule(new Timer(++lastId, System.nanoTime() + delay, repeating ? delay : 0, callback));
    return lastId;
  }

  void clear(long id) {
    Timer timer = byId.remove(id);
    if (timer != null) {
      waiting.remove(timer);
    }
  }

  /** Runs all of them, and those they set; false if it was stopped before the last. */
  boolean runAll() {
    while (true) {
      Timer next = waiting.peek();
      if (next == null) {
        return true;
      }
      if (!sleepUntil(next.dueNanos())) {
        return false;
      }
      waiting.remove();
      if (next.periodNanos() == 0) {
        byId.remove(next.id());
      }
      next.callback().executeVoid();
      if (next.periodNanos() > 0 && byId.containsKey(next.id())) {
        schedule(
            new Timer(
                next.id(),
                System.nanoTime() + next.periodNanos(),
                next.periodNanos(),
                next.callback()));
      }
    }
  }

  void stop() {
    lock.lock();
    try {
      stopped = true;
      stopRequested.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void schedule(Timer timer) {
    waiting.add(timer);
    byId.put(timer.id(), timer);
  }

  private boolean sleepUntil(long dueNanos) {
    lock.lock();
    try {
      long remaining = dueNanos - System.nanoTime();
      while (!stopped && remaining > 0) {
        long left = stopRequested.awaitNanos(remaining);
        remaining = Math.min(left, dueNanos - System.nanoTime());
      }
      return !stopped;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
