package dev.sluice.isolate;

import dev.sluice.job.Assignment;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pool of worker processes: a program gets its tenant's worker, a spare, or a new one. */
public final class IsolatePool implements SandboxPool {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatePool.class);
  private static final String CLOSED = "the isolate pool is closed";

  private final IsolateSettings settings;
  private final InstantSource clock;
  private final SandboxListener listener;
  private final WorkerSupply workers;

  /** Opens a pool; spares start in the background. */
  public IsolatePool(
      String executor, IsolateSettings settings, SandboxListener listener, InstantSource clock) {
    this(executor, WorkerCommand.ofThisProcess(settings), listener, clock);
  }

  /** A pool whose workers are started by this command. */
  IsolatePool(
      String executor, WorkerCommand command, SandboxListener listener, InstantSource clock) {
    this.settings = command.settings();
    this.clock = clock;
    this.listener = listener;
    this.workers =
        new WorkerSupply(new SandboxFactory(executor, command, listener), settings, clock);
  }

  @Override
  public Tier tier() {
    return Tier.ISOLATE;
  }

  @Override
  public Offer offer() {
    if (workers.isClosed()) {
      return new Offer.Unavailable(CLOSED);
    }
    return workers
        .trouble()
        .<Offer>map(Offer.Unavailable::new)
        .orElseGet(() -> new Offer.Available(settings.slots(), WorkerKinds.languages()));
  }

  @Override
  public AttemptOutcome run(Assignment assignment, Cancellation cancellation) {
    Instant startedAt = clock.instant();
    workers.enter();
    try {
      if (workers.isClosed()) {
        return failed(assignment, PlatformFault.SANDBOX_UNAVAILABLE, CLOSED);
      }
      if (cancellation.isRequested()) {
        return notBegun(assignment, new Ending.Stopped(), startedAt);
      }
      return runIn(workers.take(assignment, cancellation), assignment, cancellation, startedAt);
    } catch (WorkerEndedException unavailable) {
      if (cancellation.isRequested()) {
        return notBegun(assignment, new Ending.Stopped(), startedAt);
      }
      return failed(
          assignment, PlatformFault.SANDBOX_UNAVAILABLE, String.valueOf(unavailable.getMessage()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return failed(assignment, PlatformFault.INTERNAL, "interrupted");
    } catch (RuntimeException bug) {
      LOG.error("job {} of tenant {}: {}", assignment.key().job(), assignment.key().tenant(), bug);
      return failed(assignment, PlatformFault.INTERNAL, bug.getClass().getSimpleName());
    } finally {
      workers.leave();
    }
  }

  private AttemptOutcome runIn(
      Sandbox sandbox, Assignment assignment, Cancellation cancellation, Instant startedAt)
      throws InterruptedException {
    WatchedRun.Outcome outcome;
    try {
      outcome =
          new WatchedRun(sandbox, assignment, settings).await(cancellation, workers::isClosed);
    } catch (InterruptedException | RuntimeException failure) {
      workers.giveUp(sandbox, "its program was given up");
      throw failure;
    }
    if (outcome.ending() instanceof Ending.Exceeded(var limit, String detail)) {
      listener.limitFired(sandbox.stamp(), assignment.key(), assignment.attempt(), limit, detail);
    }
    if (outcome.healthy()) {
      workers.giveBack(sandbox.afterOneMore(), assignment.reuse());
    } else {
      workers.giveUp(sandbox, "its program ended it");
    }
    return new AttemptOutcome(
        assignment.key(),
        assignment.attempt(),
        Optional.of(sandbox.stamp()),
        outcome.ending(),
        outcome.output(),
        outcome.usage(),
        startedAt,
        clock.instant());
  }

  private AttemptOutcome failed(Assignment assignment, PlatformFault fault, String detail) {
    return AttemptOutcome.failed(
        assignment.key(), assignment.attempt(), fault, detail, clock.instant());
  }

  private AttemptOutcome notBegun(Assignment assignment, Ending ending, Instant startedAt) {
    return new AttemptOutcome(
        assignment.key(),
        assignment.attempt(),
        Optional.empty(),
        ending,
        Output.NONE,
        Usage.NONE,
        startedAt,
        clock.instant());
  }

  @Override
  public void close() {
    workers.close();
  }
}
