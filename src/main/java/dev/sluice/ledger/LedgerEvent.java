package dev.sluice.ledger;

import dev.sluice.job.JobKey;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.verdict.AttemptOutcome;

/** What the ledger is told. */
public sealed interface LedgerEvent {

  /**
   * The validator has judged a submission.
   *
   * @param source where it was read, unique to the record: tells a duplicate from another one
   */
  record SubmissionJudged(ValidatedSubmission submission, String source) implements LedgerEvent {}

  /** An executor says what became of an attempt. */
  record OutcomeArrived(AttemptOutcome outcome) implements LedgerEvent {}

  /** Somebody wants a job cancelled. {@code source} is unique to the request. */
  record CancelAsked(JobKey key, String reason, String source) implements LedgerEvent {}

  /**
   * Nothing happened but time, or pools and policies changed: leases, expiries and holds are looked
   * at again.
   */
  record TimePassed() implements LedgerEvent {}
}
