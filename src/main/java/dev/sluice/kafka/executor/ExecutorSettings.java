package dev.sluice.kafka.executor;

import dev.sluice.job.Tier;
import java.time.Duration;

/**
 * How an executor works.
 *
 * @param executor unique to this life of the process; capacity, stamps and audit chains carry it
 * @param tier whose topic it reads
 * @param group the share group that executors of the tier form
 * @param batch how many assignments a slot takes at once; more than one is for short jobs
 * @param lock for how long the broker keeps a record for who took it; 15 to 60 s unless the broker
 *     is told otherwise. Longer jobs renew it
 * @param batchPatience a job that runs longer gives the rest of its slot's batch back
 * @param capacityInterval how often it says what the pool can take
 * @param closePatience how long running jobs may go on when the executor is closed
 */
public record ExecutorSettings(
    String executor,
    Tier tier,
    String group,
    int batch,
    Duration lock,
    Duration batchPatience,
    Duration capacityInterval,
    Duration closePatience) {

  public ExecutorSettings {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1: " + batch);
    }
    if (batchPatience.multipliedBy(batch).compareTo(lock.dividedBy(2)) > 0) {
      throw new IllegalArgumentException(
          "batch (%d) times batchPatience (%s) must not be above half the lock (%s)"
              .formatted(batch, batchPatience, lock));
    }
  }

  /** Small batches for isolates, whose jobs are short; single records for containers. */
  public static ExecutorSettings of(String executor, Tier tier) {
    return new ExecutorSettings(
        executor,
        tier,
        "sluice-executors-" + tier.word(),
        switch (tier) {
          case ISOLATE -> 4;
          case CONTAINER -> 1;
        },
        Duration.ofSeconds(30),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }
}
