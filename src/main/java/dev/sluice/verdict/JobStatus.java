package dev.sluice.verdict;

import dev.sluice.job.BatchId;
import dev.sluice.job.JobKey;
import dev.sluice.job.Tier;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a job stands.
 *
 * @param reason why it is held, or the result's message
 * @param attempt the current or last one; 0 before the first
 */
public record JobStatus(
    JobKey key,
    Phase phase,
    Optional<Verdict> verdict,
    Optional<Tier> tier,
    int attempt,
    String reason,
    Optional<BatchId> batch,
    Instant at) {

  /** The phases of a job's life, in order. */
  public enum Phase {
    HELD,
    DISPATCHED,
    SETTLED
  }
}
