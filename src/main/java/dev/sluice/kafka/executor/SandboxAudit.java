package dev.sluice.kafka.executor;

import dev.sluice.audit.AuditEvent;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.Stage;
import dev.sluice.job.JobKey;
import dev.sluice.job.Limit;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.verdict.SandboxStamp;
import java.time.Instant;
import java.util.Optional;

/** Writes the life of sandboxes to the audit trail. Any thread. */
final class SandboxAudit implements SandboxListener {
  private final String executor;
  private final Tier tier;
  private final Outbound outbound;

  SandboxAudit(String executor, Tier tier, Outbound outbound) {
    this.executor = executor;
    this.tier = tier;
    this.outbound = outbound;
  }

  @Override
  public void created(SandboxStamp sandbox, Optional<TenantId> tenant) {
    tell(
        tenant,
        new AuditEvent.SandboxCreated(sandbox.sandbox(), executor, tier, sandbox.confinement()));
  }

  @Override
  public void destroyed(SandboxStamp sandbox, Optional<TenantId> tenant, String reason) {
    tell(tenant, new AuditEvent.SandboxDestroyed(sandbox.sandbox(), executor, reason));
  }

  @Override
  public void limitFired(
      SandboxStamp sandbox, JobKey key, int attempt, Limit limit, String detail) {
    AuditEvent event = new AuditEvent.LimitFired(attempt, sandbox.sandbox(), limit, detail);
    outbound.audit(AuditRecord.of(Stage.EXECUTOR, key, event, Instant.now()));
  }

  private void tell(Optional<TenantId> tenant, AuditEvent event) {
    outbound.audit(
        AuditRecord.of(Stage.EXECUTOR, tenant.orElse(TenantId.PLATFORM), event, Instant.now()));
  }
}
