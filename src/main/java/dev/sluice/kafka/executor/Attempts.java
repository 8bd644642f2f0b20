package dev.sluice.kafka.executor;

import dev.sluice.job.Assignment;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs assignments in the pool, and has an outcome for each, whatever happens. Any thread. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final SandboxPool pool;
  private final RunningJobs running;
  private final ServiceTime service = new ServiceTime();
  private final InstantSource clock;

  Attempts(SandboxPool pool, RunningJobs running, InstantSource clock) {
    this.pool = pool;
    this.running = running;
    this.clock = clock;
  }

  /** For how long a program lately kept its slot, the mean; empty before the first one. */
  Optional<Duration> service() {
    return service.mean();
  }

  /** Empty when this very job runs here already: the one that runs will have the outcome. */
  Optional<AttemptOutcome> run(Assignment assignment) {
    Instant now = clock.instant();
    if (now.isAfter(assignment.lease().startBy())) {
      return Optional.of(
          failed(
              assignment,
              PlatformFault.LEASE_MISSED,
              "had to start by " + assignment.lease().startBy()));
    }
    Optional<Cancellation> begun = running.begin(assignment.key());
    try {
      return begun.map(cancellation -> run(assignment, cancellation));
    } finally {
      begun.ifPresent(_ -> running.end(assignment.key()));
    }
  }

  private AttemptOutcome run(Assignment assignment, Cancellation cancellation) {
    long begunNanos = System.nanoTime();
    try {
      AttemptOutcome outcome = pool.run(assignment, cancellation);
      if (outcome.sandbox().isPresent()) {
        service.add(Duration.ofNanos(System.nanoTime() - begunNanos));
      }
      return outcome.ending() instanceof Ending.Stopped && !running.isCancelled(assignment.key())
          ? failed(assignment, PlatformFault.EXECUTOR_LOST, "the executor was closed while it ran")
          : outcome;
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError bug) {
      LOG.error(
          "stage=executor job={} attempt={} the pool failed",
          assignment.key(),
          assignment.attempt(),
          bug);
      return failed(
          assignment, PlatformFault.INTERNAL, "the pool failed: " + bug.getClass().getName());
    }
  }

  private AttemptOutcome failed(Assignment assignment, PlatformFault fault, String detail) {
    return AttemptOutcome.failed(
        assignment.key(), assignment.attempt(), fault, detail, clock.instant());
  }
}
