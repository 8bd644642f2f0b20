package dev.sluice.ledger;

import dev.sluice.audit.AuditRecord;
import dev.sluice.job.Assignment;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;

/** What the ledger wants written, in this order. */
public sealed interface LedgerEffect {

  /** Hand an attempt to its tier's pool. */
  record Dispatch(Assignment assignment) implements LedgerEffect {}

  /** Publish the one result of a job. */
  record Settle(JobResult result) implements LedgerEffect {}

  /** Publish where a job stands. */
  record Announce(JobStatus status) implements LedgerEffect {}

  /** Record a decision. */
  record Audit(AuditRecord record) implements LedgerEffect {}
}
