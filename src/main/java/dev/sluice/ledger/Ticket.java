package dev.sluice.ledger;

import dev.sluice.job.JobKey;
import dev.sluice.job.Limits;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;

/**
 * What was settled about a job when it was admitted and does not change until it has its result.
 *
 * @param source where the submission was read
 * @param arrival its place in the order in which the ledger admitted jobs
 * @param policyVersion of the policy that the limits come from
 * @param limits the effective ones
 */
public record Ticket(
    Submission submission,
    String source,
    long arrival,
    Route route,
    long policyVersion,
    Limits limits) {

  public JobKey key() {
    return submission.key();
  }

  public Lane lane() {
    return new Lane(route.tier(), submission.program().language());
  }

  /** Where the job stands while it waits. */
  public Waiting place() {
    return new Waiting(key(), lane(), submission.terms().priority(), arrival);
  }
}
