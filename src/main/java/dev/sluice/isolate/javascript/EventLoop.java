package dev.sluice.isolate.javascript;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.graalvm.polyglot.Value;

/**
 * What one program has set about to do later, in the order of Node's event loop: the timers that
 * are due, then what {@code setImmediate} was given, and so on. Only {@link #stop()} is called from
 * another thread than the program's.
 *
 * <p>Timers are ordered by a clock of the program's own, which stands still during a turn and goes
 * on to the next timer's moment. So their order does not depend on how long an interpreter takes
 * for what comes between; but no timer runs before its delay has really passed. A program that
 * keeps a turn busy for more than {@link #LARGEST_LAG_NANOS} sees that in the order.
 */
final class EventLoop {
  private static final double LONGEST_DELAY_MILLIS = Integer.MAX_VALUE;
  private static final long LARGEST_LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** A callback to come. Of two that are due at the same moment, the one set first runs first. */
  private static final class Task {
    final long id;
    final Value callback;
    final long delayNanos;
    final boolean repeating;
    boolean keepsAlive;
    long dueNanos;
    long readyNanos;
    long sequence;

    Task(long id, Value callback, long delayNanos, boolean repeating) {
      this.id = id;
      this.callback = callback;
      this.delayNanos = delayNanos;
      this.repeating = repeating;
    }
  }

  private final PriorityQueue<Task> timers =
      new PriorityQueue<>(
          Comparator.<Task>comparingLong(task -> task.dueNanos)
              .thenComparingLong(task -> task.sequence));
  private final Queue<Task> immediates = new ArrayDeque<>();
  private final Queue<Task> round = new ArrayDeque<>();
  private final Map<Long, Task> byId = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopRequested = lock.newCondition();

  private Optional<Task> interval = Optional.empty();
  private boolean runsTimers;
  private boolean attention;
  private long turnNanos = System.nanoTime();
  private long last;

  /** How many of {@link #byId} keep the program alive. */
  private int alive;

  /** Guarded by {@link #lock}. */
  private boolean stopped;

  /** The new timer's id; delays out of range are one millisecond, as in Node. */
  long setTimer(Value callback, double delayMillis, boolean repeating) {
    double millis = delayMillis >= 1 && delayMillis <= LONGEST_DELAY_MILLIS ? delayMillis : 1;
    Task task = new Task(++last, callback, TimeUnit.MILLISECONDS.toNanos((long) millis), repeating);
    register(task);
    schedule(task);
    return task.id;
  }

  /** The new callback's id. */
  long setImmediate(Value callback) {
    Task task = new Task(++last, callback, 0, false);
    register(task);
    immediates.add(task);
    return task.id;
  }

  /** Whether there was one to clear. */
  boolean clear(long id) {
    Task task = byId.get(id);
    if (task == null) {
      return false;
    }
    forget(task);
    return timers.remove(task) || immediates.remove(task) || round.remove(task);
  }

  /** Whether a program goes on for the sake of this timer. */
  void keepAlive(long id, boolean keepsAlive) {
    Task task = byId.get(id);
    if (task != null && task.keepsAlive != keepsAlive) {
      task.keepsAlive = keepsAlive;
      alive += keepsAlive ? 1 : -1;
    }
  }

  /** Something turned up that has to be done before the next callback. */
  void askForAttention() {
    attention = true;
  }

  /** Whether something has turned up since the last time. */
  boolean takeAttention() {
    boolean asked = attention;
    attention = false;
    return asked;
  }

  /** Whether there is anything that a program goes on for. */
  boolean isAlive() {
    return alive > 0;
  }

  /** The next callback, when it is due; empty where there is none left or it was stopped. */
  Optional<Value> next() {
    interval.filter(task -> byId.containsKey(task.id)).ifPresent(this::schedule);
    interval = Optional.empty();
    while (true) {
      if (!round.isEmpty()) {
        return Optional.of(started(round.remove()));
      }
      if (runsTimers) {
        Task first = timers.peek();
        if (first != null && first.dueNanos <= now()) {
          return sleepUntil(first.readyNanos)
              ? Optional.of(started(timers.remove()))
              : Optional.empty();
        }
        runsTimers = false;
        round.addAll(immediates);
        immediates.clear();
      } else if (!isAlive()) {
        return Optional.empty();
      } else {
        if (immediates.isEmpty()) {
          turnNanos = Math.max(now(), timers.element().dueNanos);
        }
        runsTimers = true;
      }
    }
  }

  /** Ends a wait, and all that follow. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      stopRequested.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    turnNanos = Math.max(turnNanos, System.nanoTime() - LARGEST_LAG_NANOS);
    return turnNanos;
  }

  private void register(Task task) {
    byId.put(task.id, task);
    keepAlive(task.id, true);
  }

  private void forget(Task task) {
    keepAlive(task.id, false);
    byId.remove(task.id);
  }

  private void schedule(Task task) {
    task.dueNanos = now() + task.delayNanos;
    task.readyNanos = System.nanoTime() + task.delayNanos;
    task.sequence = ++last;
    timers.add(task);
  }

  private Value started(Task task) {
    if (task.repeating) {
      interval = Optional.of(task);
    } else {
      forget(task);
    }
    return task.callback;
  }

  private boolean sleepUntil(long readyNanos) {
    lock.lock();
    try {
      long remaining = readyNanos - System.nanoTime();
      while (!stopped && remaining > 0) {
        long left = stopRequested.awaitNanos(remaining);
        remaining = Math.min(left, readyNanos - System.nanoTime());
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
