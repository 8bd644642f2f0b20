package dev.sluice.isolate;

import dev.sluice.job.Assignment;
import dev.sluice.job.TenantId;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pool of worker processes: a program gets its tenant's worker, a spare, or a new one. */
public final class IsolatePool implements SandboxPool {
  private static final Logger LOG = LoggerFactory.getLogger(IsolatePool.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

  private final IsolateSettings settings;
  private final InstantSource clock;
  private final SandboxFactory factory;
  private final WorkerRoster roster;
  private final ScheduledThreadPoolExecutor tender;

  /** Runs and rounds that have not ended; closing waits for them. */
  private final Phaser busy = new Phaser(1);

  private volatile boolean closed;

  /** Why the last worker did not start; empty while they do. */
  private volatile Optional<String> trouble;

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
    this.factory = new SandboxFactory(executor, command, listener);
    this.roster = new WorkerRoster(spareShape(), settings.idleWorkers());
    this.trouble = factory.obstacle();
    this.tender =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("isolate-tender").factory());
    var _ =
        tender.scheduleWithFixedDelay(
            this::tend, 0, BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Tier tier() {
    return Tier.ISOLATE;
  }

  @Override
  public Offer offer() {
    if (closed) {
      return new Offer.Unavailable("the isolate pool is closed");
    }
    return trouble
        .<Offer>map(Offer.Unavailable::new)
        .orElseGet(() -> new Offer.Available(settings.slots(), WorkerKinds.languages()));
  }

  @Override
  public AttemptOutcome run(Assignment assignment, Cancellation cancellation) {
    Instant startedAt = clock.instant();
    busy.register();
    try {
      if (closed) {
        return failed(assignment, PlatformFault.SANDBOX_UNAVAILABLE, "the isolate pool is closed");
      }
      if (cancellation.isRequested()) {
        return notBegun(assignment, new Ending.Stopped(), startedAt);
      }
      return runIn(take(assignment, cancellation), assignment, cancellation, startedAt);
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
      busy.arriveAndDeregister();
    }
  }

  private Sandbox take(Assignment assignment, Cancellation cancellation)
      throws WorkerEndedException, InterruptedException {
    WorkerShape shape = shapeFor(assignment);
    Optional<Sandbox> free = roster.take(assignment.key().tenant(), shape);
    while (free.isPresent() && !free.get().worker().isAlive()) {
      factory.unmake(free.get(), "found dead");
      free = roster.take(assignment.key().tenant(), shape);
    }
    return free.isPresent()
        ? free.get()
        : make(shape, Optional.of(assignment.key().tenant()), cancellation::isRequested);
  }

  private AttemptOutcome runIn(
      Sandbox sandbox, Assignment assignment, Cancellation cancellation, Instant startedAt)
      throws InterruptedException {
    WatchedRun.Outcome outcome;
    try {
      outcome = new WatchedRun(sandbox, assignment, settings).await(cancellation, () -> closed);
    } catch (InterruptedException | RuntimeException failure) {
      factory.unmake(sandbox, "its program was given up");
      throw failure;
    }
    if (outcome.ending() instanceof Ending.Exceeded(var limit, String detail)) {
      factory
          .listener()
          .limitFired(sandbox.stamp(), assignment.key(), assignment.attempt(), limit, detail);
    }
    release(sandbox.afterOneMore(), outcome);
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

  private void release(Sandbox sandbox, WatchedRun.Outcome outcome) {
    if (!outcome.healthy()) {
      factory.unmake(sandbox, "its program ended it");
    } else if (sandbox.programs() >= settings.workerLife().programs()) {
      factory.unmake(sandbox, "it has run its number of programs");
    } else {
      unmakeAll(roster.putBack(sandbox, clock.instant()), "others are needed more");
    }
  }

  /** One round: those that are stale go, spares are started while there are too few. */
  private void tend() {
    busy.register();
    try {
      unmakeAll(roster.removeStale(clock.instant(), settings.workerLife().idle()), "idle or dead");
      while (!closed && roster.spares() < settings.spares()) {
        unmakeAll(
            roster.addSpare(make(spareShape(), Optional.empty(), () -> false)),
            "the pool is closed");
      }
    } catch (WorkerEndedException unavailable) {
      LOG.debug("no spare worker: {}", unavailable.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      LOG.error("tending the isolate pool failed", bug);
    } finally {
      busy.arriveAndDeregister();
    }
  }

  private Sandbox make(WorkerShape shape, Optional<TenantId> tenant, BooleanSupplier givenUp)
      throws WorkerEndedException, InterruptedException {
    try {
      Sandbox made = factory.make(shape, tenant, givenUp);
      trouble = Optional.empty();
      return made;
    } catch (WorkerEndedException failed) {
      if (closed || givenUp.getAsBoolean()) {
        throw failed;
      }
      if (!trouble.equals(Optional.ofNullable(failed.getMessage()))) {
        LOG.warn("no isolate worker can be started: {}", failed.getMessage());
      }
      trouble = Optional.ofNullable(failed.getMessage());
      throw failed;
    }
  }

  private void unmakeAll(List<Sandbox> leaving, String reason) {
    leaving.forEach(sandbox -> factory.unmake(sandbox, reason));
  }

  private WorkerShape spareShape() {
    return new WorkerShape(WorkerKinds.JAVASCRIPT, MemoryClass.of(settings.spareMemory()));
  }

  private static WorkerShape shapeFor(Assignment assignment) throws WorkerEndedException {
    String language = assignment.program().language();
    return WorkerKinds.running(language)
        .map(kind -> new WorkerShape(kind, MemoryClass.of(assignment.limits().memory())))
        .orElseThrow(() -> new WorkerEndedException("no isolate runs the language " + language));
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
    if (closed) {
      return;
    }
    closed = true;
    tender.shutdown();
    factory.stopMaking();
    unmakeAll(roster.close(), "the pool is closed");
    busy.arriveAndAwaitAdvance();
    unmakeAll(roster.close(), "the pool is closed");
    factory.close();
  }
}
