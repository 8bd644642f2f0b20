package dev.sluice.sandbox;

import dev.sluice.job.JobKey;
import dev.sluice.job.Limit;
import dev.sluice.job.TenantId;
import dev.sluice.verdict.SandboxStamp;
import java.util.Optional;

/**
 * Hears of the life of sandboxes, for the audit trail. Called from any of the pool's threads; must
 * not block for long.
 */
public interface SandboxListener {

  /** A sandbox was made; without a tenant if it was made ahead. */
  void created(SandboxStamp sandbox, Optional<TenantId> tenant);

  /** A sandbox is gone: its process has ended, its files are removed. */
  void destroyed(SandboxStamp sandbox, Optional<TenantId> tenant, String reason);

  void limitFired(SandboxStamp sandbox, JobKey key, int attempt, Limit limit, String detail);
}
