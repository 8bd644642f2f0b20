package dev.sluice.verdict;

import dev.sluice.job.JobKey;
import dev.sluice.job.Tags;
import java.time.Instant;
import java.util.List;

/**
 * The one result of a job.
 *
 * @param usage of all attempts together
 */
public record JobResult(
    JobKey key,
    Judgement judgement,
    Output output,
    Usage usage,
    List<AttemptSummary> attempts,
    Provenance provenance,
    Tags tags,
    Instant submittedAt,
    Instant settledAt) {

  public JobResult {
    attempts = List.copyOf(attempts);
  }

  public Verdict verdict() {
    return judgement.verdict();
  }
}
