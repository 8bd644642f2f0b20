import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs programs side by side: a thread a processor, each taking the next program that nobody has taken. */
final class Side {
  /** As deep as a worker's. */
  private static final long STACK_BYTES = 64L * 1024 * 1024;

  /** What one thread runs programs with, closed by the same thread. */
  interface Runner extends AutoCloseable {
    /** Whether the program succeeded. */
    boolean run(int program);

    @Override
    default void close() {}
  }

  /** Makes a thread's own runner. */
  interface Runners {
    Runner open();
  }

  private Side() {}

  static Timeline bySide(int programs, Runners runners) throws InterruptedException {
    Timeline timeline = new Timeline(programs);
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          try (Runner runner = runners.open()) {
            for (int program = next.getAndIncrement(); program < programs; program = next.getAndIncrement()) {
              long begun = System.nanoTime();
              boolean succeeded = runner.run(program);
              timeline.ran(program, begun, System.nanoTime(), succeeded);
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < Runtime.getRuntime().availableProcessors(); number++) {
      threads.add(new Thread(null, loop, "side-" + number, STACK_BYTES));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return timeline;
  }
}
