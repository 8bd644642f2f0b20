package dev.sluice.isolate;

import dev.sluice.job.TenantId;
import dev.sluice.verdict.SandboxStamp;
import java.util.Optional;

/**
 * A worker that is ready, with its place in the pool. Owned by one thread at a time; handed over by
 * {@link WorkerRoster}.
 *
 * @param programs how many it has run
 */
record Sandbox(
    Worker worker,
    SandboxStamp stamp,
    WorkerShape shape,
    Gauge gauge,
    Optional<TenantId> tenant,
    int programs) {

  Sandbox boundTo(TenantId owner) {
    if (tenant.isPresent()) {
      throw new IllegalStateException("a worker belongs to one tenant for life: " + stamp);
    }
    return new Sandbox(worker, stamp, shape, gauge, Optional.of(owner), programs);
  }

  Sandbox afterOneMore() {
    return new Sandbox(worker, stamp, shape, gauge, tenant, programs + 1);
  }

  boolean serves(TenantId asked, WorkerShape needed) {
    return tenant.equals(Optional.of(asked)) && shape.equals(needed);
  }
}
