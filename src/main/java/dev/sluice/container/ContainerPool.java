package dev.sluice.container;

import dev.sluice.job.Assignment;
import dev.sluice.job.Limit;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.Capabilities;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.sandbox.Surroundings;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each program in a hardened container of its own. Opening it asks the engine once whether it
 * is there; without one the pool opens all the same, offers nothing, and looks again.
 *
 * <p>A program's exit code above 128 counts as the signal that ended it: the engine's init reports
 * both alike.
 */
public final class ContainerPool implements SandboxPool {
  private static final Logger log = LoggerFactory.getLogger(ContainerPool.class);

  /** How much longer than its limits a container can live before it counts as forgotten. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private final ContainerSettings settings;
  private final Surroundings surroundings;
  private final InstantSource clock;
  private final Engine engine;
  private final ContainerFactory factory;
  private final WarmContainers warm;
  private final EngineWatch watch;
  private final Set<ContainerRun> runs = new HashSet<>(); // guarded by itself, with closed
  private boolean closed; // guarded by runs

  /**
   * @param executor the id of the executor, unique among those that share an engine
   */
  public ContainerPool(String executor, ContainerSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.clock = surroundings.clock();
    this.engine = new Engine(settings.engine());
    this.factory = new ContainerFactory(executor, settings, engine, surroundings);
    this.watch = new EngineWatch(engine, settings, factory.removals()::sweep);
    this.warm = new WarmContainers(factory, settings.warm(), watch::readiness, clock);
    watch.start();
  }

  @Override
  public Tier tier() {
    return Tier.CONTAINER;
  }

  @Override
  public Offer offer() {
    synchronized (runs) {
      if (closed) {
        return new Offer.Unavailable("the pool is closed");
      }
    }
    return switch (watch.readiness()) {
      case EngineWatch.Readiness.Ready(String image) ->
          new Offer.Available(settings.slots(), LanguageRunners.languages());
      case EngineWatch.Readiness.NotReady(String reason) -> new Offer.Unavailable(reason);
    };
  }

  /** How many containers wait that were started ahead. */
  int startedAhead() {
    return warm.waiting();
  }

  @Override
  public AttemptOutcome run(Assignment assignment, Cancellation cancellation) {
    Optional<LanguageRunner> runner = LanguageRunners.of(assignment.program().language());
    if (runner.isEmpty()) {
      return unavailable(
          assignment, "no container runs " + assignment.program().language() + " programs");
    }
    if (!Feed.canBeGiven(assignment)) {
      return withoutSandbox(
          assignment,
          new Ending.DidNotCompile(
              "an argument or variable holds a NUL, which no process can have"));
    }
    return switch (watch.readiness()) {
      case EngineWatch.Readiness.NotReady(String reason) -> unavailable(assignment, reason);
      case EngineWatch.Readiness.Ready(String image) -> {
        ContainerRun run =
            new ContainerRun(engine, settings, assignment, runner.get(), cancellation);
        if (!enter(run)) {
          yield unavailable(assignment, "the pool is closed");
        }
        try {
          yield run(assignment, runner.get(), run, image);
        } finally {
          leave(run);
        }
      }
    };
  }

  @Override
  public void close() {
    synchronized (runs) {
      if (closed) {
        return;
      }
      closed = true;
      runs.forEach(ContainerRun::closePool);
      boolean interrupted = false;
      while (!runs.isEmpty()) {
        try {
          runs.wait();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    warm.close();
    factory.close();
    watch.close();
    try {
      engine.close();
    } catch (IOException harmless) {
      log.debug("The engine's client could not be closed", harmless);
    }
  }

  private AttemptOutcome run(
      Assignment assignment, LanguageRunner runner, ContainerRun run, String image) {
    Instant startedAt = clock.instant();
    StartedContainer container;
    try {
      container = provide(assignment, shape(assignment, runner), image);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return unavailable(assignment, "interrupted");
    } catch (RuntimeException refused) {
      log.warn("No container could be started", refused);
      return unavailable(assignment, String.valueOf(refused.getMessage()));
    }
    SandboxStamp sandbox = container.stamp();
    ContainerRun.Finished finished;
    try (Capabilities capabilities = surroundings.broker().open(assignment)) {
      container.line().serve(capabilities);
      finished = run.in(container);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      finished = broken(sandbox, interrupted);
    } catch (RuntimeException failure) {
      finished = broken(sandbox, failure);
    } finally {
      factory.unmake(container, Optional.of(assignment.key().tenant()), "its job has ended");
    }
    if (finished.ending() instanceof Ending.Exceeded(Limit limit, String detail)) {
      surroundings
          .listener()
          .limitFired(sandbox, assignment.key(), assignment.attempt(), limit, detail);
    }
    return new AttemptOutcome(
        assignment.key(),
        assignment.attempt(),
        Optional.of(sandbox),
        finished.ending(),
        finished.output(),
        finished.usage(),
        startedAt,
        clock.instant());
  }

  private static ContainerShape shape(Assignment assignment, LanguageRunner runner) {
    return ContainerShape.of(assignment.limits(), runner, !assignment.grants().isEmpty());
  }

  /** One that waits, or a new one. */
  private StartedContainer provide(Assignment assignment, ContainerShape shape, String image)
      throws InterruptedException {
    Duration lifetime = assignment.limits().wall().plus(settings.checkLimit()).plus(SLACK);
    Optional<StartedContainer> waiting = warm.take(shape, image, clock.instant().plus(lifetime));
    return waiting.isPresent()
        ? waiting.get()
        : factory.make(shape, image, Optional.of(assignment), lifetime);
  }

  private static ContainerRun.Finished broken(SandboxStamp sandbox, Exception failure) {
    log.atWarn()
        .addKeyValue("sandbox", sandbox.sandbox())
        .setCause(failure)
        .log("A container failed its job");
    return new ContainerRun.Finished(
        new Ending.Failed(PlatformFault.SANDBOX_BROKEN, String.valueOf(failure.getMessage())),
        Output.NONE,
        Usage.NONE);
  }

  private AttemptOutcome unavailable(Assignment assignment, String reason) {
    return AttemptOutcome.failed(
        assignment.key(),
        assignment.attempt(),
        PlatformFault.SANDBOX_UNAVAILABLE,
        reason,
        clock.instant());
  }

  private AttemptOutcome withoutSandbox(Assignment assignment, Ending ending) {
    Instant now = clock.instant();
    return new AttemptOutcome(
        assignment.key(),
        assignment.attempt(),
        Optional.empty(),
        ending,
        Output.NONE,
        Usage.NONE,
        now,
        now);
  }

  private boolean enter(ContainerRun run) {
    synchronized (runs) {
      return !closed && runs.add(run);
    }
  }

  private void leave(ContainerRun run) {
    synchronized (runs) {
      runs.remove(run);
      runs.notifyAll();
    }
  }
}
