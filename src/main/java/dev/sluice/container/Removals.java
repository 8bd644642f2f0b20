package dev.sluice.container;

import com.github.dockerjava.api.model.Container;
import dev.sluice.cgroup.Owner;
import dev.sluice.job.TenantId;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.verdict.SandboxStamp;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every container goes: this pool's own, again and again if the engine refuses, and
 * those that dead executors left. Reports each exactly once. Thread-safe.
 */
final class Removals {
  private static final Logger log = LoggerFactory.getLogger(Removals.class);
  private static final int TRIES_AT_ONCE = 3;

  private final Engine engine;
  private final String executor;
  private final SandboxListener listener;
  private final InstantSource clock;
  private final Owner us = Owner.current();
  private final Map<SandboxStamp, Refused> refused = new ConcurrentHashMap<>();

  /** A removal that the engine did not carry out. */
  private record Refused(Optional<TenantId> tenant, String reason) {}

  Removals(Engine engine, String executor, SandboxListener listener, InstantSource clock) {
    this.engine = engine;
    this.executor = executor;
    this.listener = listener;
    this.clock = clock;
  }

  Owner us() {
    return us;
  }

  /** Removes a container of this pool, now or as soon as the engine lets us. */
  void remove(SandboxStamp sandbox, Optional<TenantId> tenant, String reason) {
    for (int tries = 1; tries <= TRIES_AT_ONCE; tries++) {
      try {
        engine.remove(sandbox.sandbox());
        listener.destroyed(sandbox, tenant, reason);
        return;
      } catch (RuntimeException failure) {
        log.atWarn()
            .addKeyValue("sandbox", sandbox.sandbox())
            .setCause(failure)
            .log("A container could not be removed");
      }
    }
    refused.put(sandbox, new Refused(tenant, reason));
  }

  /** Tries again what was refused, and removes what other executors left. */
  void sweep() {
    refused.forEach(
        (sandbox, removal) -> {
          engine.remove(sandbox.sandbox());
          refused.remove(sandbox);
          listener.destroyed(sandbox, removal.tenant(), removal.reason());
        });
    for (Container container : engine.labelled(Labels.EXECUTOR)) {
      Labels labels = Labels.read(container.getLabels());
      labels
          .whyOrphaned(executor, us, clock.instant())
          .ifPresent(reason -> reap(container, labels, reason));
    }
  }

  private void reap(Container container, Labels labels, String reason) {
    String name = container.getNames()[0].substring(1);
    SandboxStamp sandbox =
        new SandboxStamp(
            labels.executor(), name, container.getImageId(), engine.runtime(container.getId()));
    if (engine.remove(container.getId())) {
      log.atInfo().addKeyValue("sandbox", name).log("Removed a container: {}", reason);
      listener.destroyed(sandbox, labels.tenant(), reason);
    }
  }
}
