package dev.sluice.isolate.worker;

import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.LanguageRunner;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.isolate.protocol.Finish;
import dev.sluice.isolate.protocol.Order;
import dev.sluice.isolate.protocol.Report;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs one program after the other in a thread with a deep stack. Orders come from the main thread.
 */
final class ProgramThread {
  /** Room for about as deep a recursion as Node has. */
  private static final long STACK_BYTES = 64L * 1024 * 1024;

  private record Current(long number, RunningProgram program) {}

  private final LanguageRunners runners;
  private final ReportLine line;
  private final BlockingQueue<Order.Run> orders = new LinkedBlockingQueue<>(1);

  /** Guarded by this. */
  private Optional<Current> current = Optional.empty();

  /** The last program that was ordered to stop; guarded by this. */
  private long stoppedNumber;

  ProgramThread(LanguageRunners runners, ReportLine line) {
    this.runners = runners;
    this.line = line;
    Thread thread = new Thread(null, this::loop, "program", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  void run(Order.Run order) {
    if (!orders.offer(order)) {
      throw new IllegalStateException("a worker runs one program at a time");
    }
  }

  void stop(long number) {
    Optional<Current> target;
    synchronized (this) {
      stoppedNumber = number;
      target = current.filter(running -> running.number() == number);
    }
    target.ifPresent(running -> running.program().stop());
  }

  private void loop() {
    try {
      while (true) {
        Order.Run order = orders.take();
        line.send(new Report.Ended(order.number(), finishOf(order)));
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private Finish finishOf(Order.Run order) {
    LanguageRunner runner =
        runners
            .named(order.program().language())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no runner for language " + order.program().language()));
    GuestOutput output =
        new GuestOutput(
            order.output(),
            (stream, content) -> line.send(new Report.Wrote(order.number(), stream, content)));
    try (RunningProgram program = runner.prepare(order.program(), order.invocation(), output)) {
      if (!begin(new Current(order.number(), program))) {
        return new Finish.Stopped();
      }
      try {
        return program.run();
      } finally {
        end();
      }
    }
  }

  private synchronized boolean begin(Current next) {
    current = Optional.of(next);
    return stoppedNumber != next.number();
  }

  private synchronized void end() {
    current = Optional.empty();
  }
}
