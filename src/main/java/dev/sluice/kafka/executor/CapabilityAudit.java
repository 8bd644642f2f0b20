package dev.sluice.kafka.executor;

import dev.sluice.audit.AuditEvent;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.Stage;
import dev.sluice.capability.CallListener;
import dev.sluice.job.JobKey;
import java.time.Instant;

/** Writes programs' calls to the audit trail. Any thread. */
final class CapabilityAudit implements CallListener {
  private final Outbound outbound;

  CapabilityAudit(Outbound outbound) {
    this.outbound = outbound;
  }

  @Override
  public void allowed(JobKey key, int attempt, int number, String binding, String detail) {
    tell(key, new AuditEvent.CapabilityUsed(attempt, number, binding, detail));
  }

  @Override
  public void denied(
      JobKey key, int attempt, int number, String binding, String rule, String reason) {
    tell(key, new AuditEvent.CapabilityDenied(attempt, number, binding, rule, reason));
  }

  private void tell(JobKey key, AuditEvent event) {
    outbound.audit(AuditRecord.of(Stage.EXECUTOR, key, event, Instant.now()));
  }
}
