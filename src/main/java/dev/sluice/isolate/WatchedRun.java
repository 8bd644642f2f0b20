package dev.sluice.isolate;

import dev.sluice.isolate.protocol.Finish;
import dev.sluice.job.Assignment;
import dev.sluice.job.Limit;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Usage;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Runs one program in one sandbox and watches it from outside: looks, kills its worker at a limit,
 * and on request asks first. One thread.
 */
final class WatchedRun {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);
  private static final Duration LAST_REPORTS = Duration.ofSeconds(1);

  private final Sandbox sandbox;
  private final Assignment assignment;
  private final IsolateSettings settings;
  private final Reading before;
  private final long begunNanos;
  private final Conversation.Running running;
  private final Watch watch;
  private Reading usage = Reading.NOTHING;

  /**
   * What came of it.
   *
   * @param healthy the worker may run another program of the same tenant
   */
  record Outcome(Ending ending, Output output, Usage usage, boolean healthy) {}

  WatchedRun(Sandbox sandbox, Assignment assignment, IsolateSettings settings) {
    this.sandbox = sandbox;
    this.assignment = assignment;
    this.settings = settings;
    this.watch = new Watch(assignment.limits(), settings.workerMemory().ofProcess(sandbox.shape()));
    sandbox.gauge().resetPeak();
    this.before = sandbox.gauge().read().orElse(Reading.NOTHING);
    this.begunNanos = System.nanoTime();
    this.running =
        sandbox
            .worker()
            .run(assignment.program(), assignment.invocation(), assignment.limits().output());
  }

  /** Watches it to its end. */
  Outcome await(Cancellation cancellation, BooleanSupplier closing) throws InterruptedException {
    Watch watch =
        new Watch(assignment.limits(), settings.workerMemory().ofProcess(sandbox.shape()));
    while (true) {
      try {
        Finish finish = running.finish().get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        return watch
            .judgeUsage(wall(), look())
            .map(limit -> exceeded(limit, false))
            .orElseGet(() -> finished(finish));
      } catch (ExecutionException gone) {
        return died(String.valueOf(Objects.requireNonNullElse(gone.getCause(), gone).getMessage()));
      } catch (TimeoutException stillRunning) {
        look();
      }
      Optional<Watch.Stop> stop =
          watch.judge(
              new Watch.Sight(
                  wall(),
                  usage,
                  running.output().isExceeded(),
                  cancellation.isRequested(),
                  closing.getAsBoolean()));
      if (stop.isPresent()) {
        return stopped(stop.get());
      }
    }
  }

  private Outcome finished(Finish finish) {
    return switch (finish) {
      case Finish.Exited(int exitCode) when exitCode == 0 && running.output().isExceeded() ->
          exceeded(watch.outputExceeded(), false);
      case Finish.Exited(int exitCode) ->
          outcome(new Ending.Exited(exitCode, running.output().value()), false, true);
      case Finish.Threw(String error) -> outcome(new Ending.Threw(error), false, true);
      case Finish.DidNotCompile(String error) ->
          outcome(new Ending.DidNotCompile(error), false, true);
      case Finish.WroteTooMuch() -> exceeded(watch.outputExceeded(), true);
      case Finish.Stopped() ->
          outcome(broken("it says it was stopped, and nobody asked"), false, false);
    };
  }

  private Outcome died(String why) throws InterruptedException {
    Autopsy autopsy =
        new Autopsy(
            sandbox.worker().exitCode(),
            sandbox.worker().words(),
            look(),
            sandbox.gauge().dataLimit());
    return outcome(autopsy.ending(why, sandbox.shape(), assignment.limits()), false, false);
  }

  private Outcome stopped(Watch.Stop stop) throws InterruptedException {
    return switch (stop) {
      case Watch.Stop.AtLimit limit -> {
        kill();
        yield exceeded(limit, limit.limit() == Limit.OUTPUT);
      }
      case Watch.Stop.OnRequest() -> outcome(new Ending.Stopped(), false, stopsWhenAsked());
      case Watch.Stop.PoolCloses() -> {
        kill();
        yield outcome(
            new Ending.Failed(PlatformFault.SANDBOX_UNAVAILABLE, "the pool was closed"),
            false,
            false);
      }
    };
  }

  /** Asks, waits for the grace, then kills; true if it stopped when asked. */
  private boolean stopsWhenAsked() throws InterruptedException {
    sandbox.worker().stop(running);
    if (endsWithin(settings.workerLife().stopGrace())) {
      look();
      return true;
    }
    kill();
    return false;
  }

  /** Kills it, and waits for what it had written by then. */
  private void kill() throws InterruptedException {
    look();
    sandbox.worker().destroy();
    look();
    boolean _ = endsWithin(LAST_REPORTS);
  }

  private boolean endsWithin(Duration patience) throws InterruptedException {
    try {
      running.finish().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException noAnswer) {
      return false;
    }
  }

  private Reading look() {
    usage = sandbox.gauge().read().map(now -> now.since(before)).orElse(usage);
    return usage;
  }

  private Duration wall() {
    return Duration.ofNanos(System.nanoTime() - begunNanos);
  }

  /** A worker whose program reached a limit runs no other. */
  private Outcome exceeded(Watch.Stop.AtLimit stop, boolean outputCut) {
    return outcome(new Ending.Exceeded(stop.limit(), stop.detail()), outputCut, false);
  }

  private static Ending broken(String detail) {
    return new Ending.Failed(PlatformFault.SANDBOX_BROKEN, "a worker process failed: " + detail);
  }

  private Outcome outcome(Ending ending, boolean outputCut, boolean healthy) {
    return new Outcome(
        ending,
        running.output().output(outputCut),
        new Usage(wall(), usage.cpu(), usage.peak()),
        healthy && sandbox.worker().isAlive());
  }
}
