package dev.sluice.sandbox;

import dev.sluice.job.JobKey;
import dev.sluice.job.Limit;
import dev.sluice.job.TenantId;
import dev.sluice.verdict.SandboxStamp;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the life of every sandbox. Thread-safe. */
public final class TestingSandboxListener implements SandboxListener {
  public record FiredLimit(SandboxStamp sandbox, JobKey key, int attempt, Limit limit) {}

  private final List<SandboxStamp> created = new CopyOnWriteArrayList<>();
  private final List<SandboxStamp> destroyed = new CopyOnWriteArrayList<>();
  private final List<FiredLimit> firedLimits = new CopyOnWriteArrayList<>();

  @Override
  public void created(SandboxStamp sandbox, Optional<TenantId> tenant) {
    created.add(sandbox);
  }

  @Override
  public void destroyed(SandboxStamp sandbox, Optional<TenantId> tenant, String reason) {
    destroyed.add(sandbox);
  }

  @Override
  public void limitFired(
      SandboxStamp sandbox, JobKey key, int attempt, Limit limit, String detail) {
    firedLimits.add(new FiredLimit(sandbox, key, attempt, limit));
  }

  public List<SandboxStamp> created() {
    return created;
  }

  public List<SandboxStamp> destroyed() {
    return destroyed;
  }

  public List<FiredLimit> firedLimits() {
    return firedLimits;
  }
}
