package dev.sluice.isolate;

import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A tenant that runs a harmless program every now and then while others attack the pool. */
final class QuietNeighbour implements AutoCloseable {
  private static final long BETWEEN_MILLIS = 200;

  private final SandboxPool pool;
  private final List<AttemptOutcome> outcomes = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor();

  QuietNeighbour(SandboxPool pool) {
    this.pool = pool;
    var _ = life.scheduleWithFixedDelay(this::work, 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void work() {
    outcomes.add(
        pool.run(
            Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT)
                .of("neighbour")
                .running("console.log('at work'); 6 * 7"),
            new Cancellation()));
  }

  /** All its programs so far. */
  List<AttemptOutcome> outcomes() {
    return outcomes;
  }

  /** Whether a program of its ended as if it were alone. */
  static boolean isUndisturbed(AttemptOutcome outcome) {
    return outcome.ending().equals(new Ending.Exited(0, Optional.of("42")))
        && outcome.output().stdout().content().text().equals("at work\n");
  }

  @Override
  public void close() {
    life.close();
  }
}
