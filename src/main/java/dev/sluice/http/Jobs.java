package dev.sluice.http;

import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What the edge needs of a running Sluice. Called on event loops: no method blocks; futures may
 * complete in any thread, exceptionally when the platform fails.
 */
public interface Jobs {

  /** Completes when the submission is durable: from then on one result is due. */
  CompletionStage<?> submit(Submission submission);

  /**
   * Completes when the wish is durable; whether the job still could be stopped, its result tells.
   */
  CompletionStage<?> cancel(JobKey key, String reason);

  /** Empty for a job that the ledger has not heard of, or has forgotten. */
  CompletionStage<Optional<View>> find(JobKey key);

  /** Why jobs cannot be served right now, or empty when they can. */
  Optional<String> unreadiness();

  /**
   * Where a job stands.
   *
   * @param result once it is settled
   */
  record View(JobStatus status, Optional<JobResult> result) {}
}
