package dev.sluice.isolate;

import dev.sluice.isolate.protocol.Finish;
import dev.sluice.job.Assignment;
import dev.sluice.job.ByteSize;
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
 * Runs one program in one sandbox and watches it from outside: looks, and when it has to end, asks
 * its worker and then kills it. One thread.
 */
final class WatchedRun {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);

  private final Sandbox sandbox;
  private final Assignment assignment;
  private final IsolateSettings settings;
  private final Reading before;
  private final long begunNanos;
  private final Conversation.Running running;
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
    Watch watch = new Watch(assignment.limits(), processMemory());
    while (true) {
      try {
        Finish finish = running.finish().get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        look();
        return finished(finish);
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
          outcome(exceededOutput(), false, true);
      case Finish.Exited(int exitCode) ->
          outcome(new Ending.Exited(exitCode, running.output().value()), false, true);
      case Finish.Threw(String error) -> outcome(new Ending.Threw(error), false, true);
      case Finish.DidNotCompile(String error) ->
          outcome(new Ending.DidNotCompile(error), false, true);
      case Finish.WroteTooMuch() -> outcome(exceededOutput(), true, true);
      case Finish.Stopped() ->
          outcome(broken("it says it was stopped, and nobody asked"), false, false);
    };
  }

  private Outcome died(String why) throws InterruptedException {
    if (sandbox.worker().endedOutOfMemory()) {
      return outcome(
          new Ending.Exceeded(
              Limit.MEMORY,
              "took all of its worker's heap of "
                  + sandbox.shape().heap()
                  + ", made for a limit of "
                  + assignment.limits().memory()),
          false,
          false);
    }
    return outcome(broken(why + ", " + sandbox.worker().ending()), false, false);
  }

  private Outcome stopped(Watch.Stop stop) throws InterruptedException {
    boolean healthy = asksToStop();
    look();
    return switch (stop) {
      case Watch.Stop.AtLimit(Limit limit, String detail) ->
          outcome(new Ending.Exceeded(limit, detail), limit == Limit.OUTPUT, healthy);
      case Watch.Stop.OnRequest() -> outcome(new Ending.Stopped(), false, healthy);
      case Watch.Stop.PoolCloses() ->
          outcome(
              new Ending.Failed(PlatformFault.SANDBOX_UNAVAILABLE, "the pool was closed"),
              false,
              false);
    };
  }

  /** Asks, waits for the grace, then kills; true if it stopped when asked. */
  private boolean asksToStop() throws InterruptedException {
    sandbox.worker().stop(running);
    try {
      running.finish().get(settings.workerLife().stopGrace().toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException died) {
      return false;
    } catch (TimeoutException deaf) {
      look();
      sandbox.worker().destroy();
      return false;
    }
  }

  private void look() {
    usage =
        sandbox
            .gauge()
            .read()
            .map(now -> new Reading(now.cpu().minus(before.cpu()), now.resident(), now.peak()))
            .orElse(usage);
  }

  private ByteSize processMemory() {
    return new ByteSize(
        sandbox.shape().heap().bytes() + settings.workerMemory().beyondHeap().bytes());
  }

  private Duration wall() {
    return Duration.ofNanos(System.nanoTime() - begunNanos);
  }

  private Ending exceededOutput() {
    return new Ending.Exceeded(Limit.OUTPUT, Watch.outputDetail(assignment.limits()));
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
