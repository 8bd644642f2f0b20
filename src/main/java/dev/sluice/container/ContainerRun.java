package dev.sluice.container;

import dev.sluice.cgroup.Counts;
import dev.sluice.job.Assignment;
import dev.sluice.job.Limit;
import dev.sluice.job.Limits;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One program in one container, from its feed to its end; the container is started and removed by
 * others. One thread runs it; {@link #wake} may be called by any.
 */
final class ContainerRun {
  /** What came of it. */
  record Finished(Ending ending, Output output, Usage usage) {}

  /** Shorter than the time a control group outlives its last process by. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private static final Duration KILL_TAKES_AT_MOST = Duration.ofSeconds(5);
  private static final Duration OUTPUT_COMES_WITHIN = Duration.ofSeconds(2);

  private final Engine engine;
  private final ContainerSettings settings;
  private final Assignment assignment;
  private final LanguageRunner runner;
  private final Cancellation cancellation;
  private final Limits limits;
  private final Semaphore events = new Semaphore(0);
  private volatile boolean poolClosed;

  private long fedAt;
  private Optional<Long> runningSince = Optional.empty();
  private Counts before = Counts.NONE;
  private Counts reading = Counts.NONE;

  ContainerRun(
      Engine engine,
      ContainerSettings settings,
      Assignment assignment,
      LanguageRunner runner,
      Cancellation cancellation) {
    this.engine = engine;
    this.settings = settings;
    this.assignment = assignment;
    this.runner = runner;
    this.cancellation = cancellation;
    this.limits = assignment.limits();
  }

  /** Ends the run, as a fault of the platform. */
  void closePool() {
    poolClosed = true;
    wake();
  }

  Finished in(StartedContainer started) throws InterruptedException {
    cancellation.whenRequested(this::wake);
    Optional<Ending> early = whyNotToRun();
    if (early.isPresent()) {
      return new Finished(early.get(), Output.NONE, Usage.NONE);
    }
    ContainerLine line = started.line();
    line.watchedBy(this::wake);
    line.capture().allow(limits.output());
    before = started.gauges().meter().read();
    reading = before;
    fedAt = System.nanoTime();
    line.input().provide(Feed.of(assignment, runner, line.nonce()));
    Optional<Ending> stopped = watch(started);
    return conclude(started, stopped);
  }

  /** Looks until the container has ended or has to be; then it is killed, and why is returned. */
  private Optional<Ending> watch(StartedContainer started) throws InterruptedException {
    Ended ended = started.line().ended();
    Capture capture = started.line().capture();
    while (!ended.isKnown()) {
      events.tryAcquire(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
      events.drainPermits();
      reading = started.gauges().meter().read();
      if (runningSince.isEmpty() && capture.phase() == Phase.RUNNING) {
        runningSince = Optional.of(System.nanoTime());
        before = reading;
      }
      Optional<Ending> reason = whyNotToRun().or(() -> exceeded(capture));
      if (reason.isPresent() && !ended.isKnown()) {
        engine.kill(started.stamp().sandbox());
        return reason;
      }
    }
    return Optional.empty();
  }

  private Finished conclude(StartedContainer started, Optional<Ending> stopped)
      throws InterruptedException {
    Capture capture = started.line().capture();
    Gauges gauges = started.gauges();
    Optional<Integer> exitCode = started.line().ended().await(KILL_TAKES_AT_MOST);
    Duration wall = wall();
    boolean complete = capture.awaitCompletion(OUTPUT_COMES_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
    reading = gauges.meter().read();
    boolean failed = exitCode.filter(code -> code == 0).isEmpty();
    Optional<Ending> reason =
        stopped
            .or(() -> capture.exceeded() ? Optional.of(outputExceeded()) : Optional.empty())
            .or(() -> complete ? Optional.empty() : Optional.of(outputLost()));
    Evidence evidence =
        new Evidence(
            capture.phase(),
            reason,
            exitCode,
            failed && Boolean.TRUE.equals(engine.state(started.stamp().sandbox()).getOOMKilled()),
            reading,
            cpu(),
            limits,
            started.shape().processes(),
            failed && gauges.anyFolderIsFull(),
            capture.words());
    return new Finished(
        evidence.ending(), capture.output(), new Usage(wall, cpu(), reading.peakMemory()));
  }

  private Optional<Ending> whyNotToRun() {
    if (cancellation.isRequested()) {
      return Optional.of(new Ending.Stopped());
    }
    return poolClosed
        ? Optional.of(
            new Ending.Failed(PlatformFault.SANDBOX_BROKEN, "the pool was closed while it ran"))
        : Optional.empty();
  }

  private Optional<Ending> exceeded(Capture capture) {
    if (capture.exceeded()) {
      return Optional.of(outputExceeded());
    }
    if (runningSince.isEmpty()) {
      return wall().compareTo(settings.checkLimit()) > 0
          ? Optional.of(
              new Ending.Exceeded(
                  Limit.WALL, "its syntax took more than " + settings.checkLimit() + " to check"))
          : Optional.empty();
    }
    if (cpu().compareTo(limits.cpu()) > 0) {
      return Optional.of(
          new Ending.Exceeded(Limit.CPU, "more than " + limits.cpu() + " of processor time"));
    }
    return wall().compareTo(limits.wall()) > 0
        ? Optional.of(new Ending.Exceeded(Limit.WALL, "more than " + limits.wall()))
        : Optional.empty();
  }

  private Ending outputExceeded() {
    return new Ending.Exceeded(Limit.OUTPUT, "more than " + limits.output() + " of output");
  }

  private static Ending outputLost() {
    return new Ending.Failed(
        PlatformFault.SANDBOX_BROKEN, "the container ended, and the engine kept its output open");
  }

  /** Since the program began, or since it was handed in if it has not begun. */
  private Duration wall() {
    return Duration.ofNanos(System.nanoTime() - runningSince.orElse(fedAt));
  }

  private Duration cpu() {
    return reading.cpu().minus(before.cpu());
  }

  private void wake() {
    events.release();
  }
}
