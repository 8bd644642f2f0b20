package dev.sluice.isolate;

import dev.sluice.job.Assignment;
import dev.sluice.job.TenantId;
import dev.sluice.job.WorkerReuse;
import dev.sluice.sandbox.Cancellation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a program's worker comes from: its tenant's idle one, a spare, one that is just starting,
 * or a new one; and where it goes afterwards. A thread of its own keeps spares and lets stale
 * workers go. Any thread may take and give back; closing waits for whoever has not given back yet.
 */
final class WorkerSupply implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSupply.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
  private static final int BETWEEN_LOOKS_MILLIS = 20;

  private final IsolateSettings settings;
  private final InstantSource clock;
  private final SandboxFactory factory;
  private final WorkerRoster roster;
  private final ScheduledThreadPoolExecutor tender;

  /** Who has taken and not given back yet, and rounds. */
  private final Phaser busy = new Phaser(1);

  private volatile boolean closed;

  /** Why the last worker did not start; empty while they do. */
  private volatile Optional<String> trouble;

  WorkerSupply(SandboxFactory factory, IsolateSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.factory = factory;
    this.roster = new WorkerRoster(settings.spares(), settings.idleWorkers());
    this.trouble = factory.obstacle();
    this.tender =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("isolate-tender").factory());
    var _ =
        tender.scheduleWithFixedDelay(
            this::tend, 0, BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why no worker can be had now, if that is known. */
  Optional<String> trouble() {
    return trouble;
  }

  boolean isClosed() {
    return closed;
  }

  /** {@link #close()} waits until whoever entered has left. */
  void enter() {
    busy.register();
  }

  void leave() {
    busy.arriveAndDeregister();
  }

  /** A worker for the program, its tenant's from now on. */
  Sandbox take(Assignment assignment, Cancellation cancellation)
      throws WorkerEndedException, InterruptedException {
    TenantId tenant = assignment.key().tenant();
    WorkerShape shape = shapeFor(assignment);
    Optional<Sandbox> free = takeFree(tenant, shape, assignment.reuse());
    while (free.isPresent() && !free.get().worker().isAlive()) {
      factory.unmake(free.get(), "found dead");
      free = takeFree(tenant, shape, assignment.reuse());
    }
    if (free.isPresent()) {
      return free.get();
    }
    Optional<SpareStart> starting = roster.claim(shape);
    Optional<Sandbox> started =
        starting.isPresent() ? await(starting.get().worker(), cancellation) : Optional.empty();
    return started.isPresent()
        ? started.get().boundTo(tenant)
        : make(shape, Optional.of(tenant), cancellation::isRequested);
  }

  private Optional<Sandbox> takeFree(TenantId tenant, WorkerShape shape, WorkerReuse reuse) {
    Optional<Sandbox> own =
        switch (reuse) {
          case TENANT -> roster.takeIdle(tenant, shape);
          case NEVER -> Optional.empty();
        };
    return own.or(() -> roster.takeSpare(tenant, shape, clock.instant()));
  }

  private static WorkerShape shapeFor(Assignment assignment) throws WorkerEndedException {
    String language = assignment.program().language();
    return WorkerKinds.running(language)
        .map(kind -> new WorkerShape(kind, MemoryClass.of(assignment.limits().memory())))
        .orElseThrow(() -> new WorkerEndedException("no isolate runs the language " + language));
  }

  /** Keeps it for the tenant's next program, unless policy or its number of programs forbid it. */
  void giveBack(Sandbox sandbox, WorkerReuse reuse) {
    if (reuse == WorkerReuse.NEVER) {
      factory.unmake(sandbox, "the tenant's policy is that none is used twice");
    } else if (sandbox.programs() >= settings.workerLife().programs()) {
      factory.unmake(sandbox, "it has run its number of programs");
    } else {
      unmakeAll(roster.putBack(sandbox, clock.instant()), "others are needed more");
    }
  }

  /** It runs no other program. */
  void giveUp(Sandbox sandbox, String reason) {
    factory.unmake(sandbox, reason);
  }

  /** Empty where it did not start, or nobody waits for it any more. */
  private static Optional<Sandbox> await(
      CompletableFuture<Sandbox> starting, Cancellation cancellation) throws InterruptedException {
    while (true) {
      try {
        return Optional.of(starting.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS));
      } catch (ExecutionException notStarted) {
        LOG.debug("the awaited spare did not start", notStarted);
        return Optional.empty();
      } catch (TimeoutException notYet) {
        if (cancellation.isRequested() && starting.cancel(false)) {
          return Optional.empty();
        }
      }
    }
  }

  /** One round: those that are stale go, spares are started while there are too few. */
  private void tend() {
    busy.register();
    try {
      unmakeAll(roster.removeStale(clock.instant(), settings.workerLife().idle()), "idle or dead");
      Optional<WorkerShape> missing = roster.missing(clock.instant());
      while (!closed && missing.isPresent()) {
        startSpare(missing.get());
        missing = roster.missing(clock.instant());
      }
      if (!closed && trouble.isPresent()) {
        Sandbox probe = make(probeShape(), Optional.empty(), () -> false);
        factory.unmake(probe, "it only had to show that workers start again");
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

  private void startSpare(WorkerShape shape) throws WorkerEndedException, InterruptedException {
    SpareStart start = roster.starting(shape);
    try {
      Sandbox spare = make(shape, Optional.empty(), () -> false);
      unmakeAll(roster.started(start, spare), "the pool is closed");
    } catch (WorkerEndedException | InterruptedException | RuntimeException failed) {
      roster.failed(start, failed);
      throw failed;
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
      Optional<String> reason = Optional.ofNullable(failed.getMessage());
      if (!trouble.equals(reason)) {
        LOG.warn("no isolate worker can be started: {}", failed.getMessage());
      }
      trouble = reason;
      throw failed;
    }
  }

  private WorkerShape probeShape() {
    return new WorkerShape(WorkerKinds.JAVASCRIPT, MemoryClass.of(settings.spares().memory()));
  }

  private void unmakeAll(List<Sandbox> leaving, String reason) {
    leaving.forEach(sandbox -> factory.unmake(sandbox, reason));
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
