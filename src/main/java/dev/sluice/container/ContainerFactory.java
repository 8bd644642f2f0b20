package dev.sluice.container;

import dev.sluice.capability.CapabilitySockets;
import dev.sluice.job.Assignment;
import dev.sluice.job.TenantId;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.sandbox.Surroundings;
import dev.sluice.verdict.SandboxStamp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes containers and unmakes them, and tells the listener of both. Any thread. */
final class ContainerFactory implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ContainerFactory.class);

  private final String executor;
  private final ContainerSettings settings;
  private final Engine engine;
  private final SandboxListener listener;
  private final InstantSource clock;
  private final CapabilitySockets sockets;
  private final Removals removals;

  ContainerFactory(
      String executor, ContainerSettings settings, Engine engine, Surroundings surroundings) {
    this.executor = executor;
    this.settings = settings;
    this.engine = engine;
    this.listener = surroundings.listener();
    this.clock = surroundings.clock();
    this.sockets = new CapabilitySockets(settings.socketFolder());
    this.removals = new Removals(engine, executor, listener, clock);
  }

  Removals removals() {
    return removals;
  }

  /**
   * Makes a container and starts it.
   *
   * @param imageId the digest of the image
   * @param job for which it is made; empty if it is made ahead
   * @param lifetime after which others may take it for forgotten
   */
  StartedContainer make(
      ContainerShape shape, String imageId, Optional<Assignment> job, Duration lifetime)
      throws InterruptedException {
    SandboxStamp stamp =
        new SandboxStamp(executor, "sluice-" + UUID.randomUUID(), imageId, settings.runtime());
    Instant expiresAt = clock.instant().plus(lifetime);
    Labels labels = Labels.of(executor, removals.us(), job, expiresAt);
    ContainerLine line =
        new ContainerLine(shape.socket() ? Optional.of(sockets.open()) : Optional.empty());
    try {
      String id = create(stamp, shape, labels, line.socketFile());
      Optional<TenantId> tenant = job.map(assignment -> assignment.key().tenant());
      listener.created(stamp, tenant);
      try {
        return new StartedContainer(stamp, shape, expiresAt, line, start(id, shape, line));
      } catch (InterruptedException | RuntimeException failed) {
        removals.remove(stamp, tenant, "it did not start");
        throw failed;
      }
    } catch (InterruptedException | RuntimeException failed) {
      line.close();
      throw failed;
    }
  }

  /** Removes a container and all it has. */
  void unmake(StartedContainer container, Optional<TenantId> tenant, String reason) {
    container.close();
    removals.remove(container.stamp(), tenant, reason);
  }

  /** Lets go of what all containers share; to be called when none is left. */
  @Override
  public void close() {
    sockets.close();
  }

  private Gauges start(String id, ContainerShape shape, ContainerLine line)
      throws InterruptedException {
    engine.attach(id, line.input(), line.capture());
    engine.start(id);
    engine.whenEnded(id, line.ended());
    return Gauges.of(engine, id, engine.state(id), shape.processes());
  }

  private String create(
      SandboxStamp stamp, ContainerShape shape, Labels labels, Optional<Path> socket) {
    try {
      return engine.create(
          stamp.sandbox(),
          settings.image(),
          Hardening.hostConfig(shape, settings, socket),
          labels.toMap());
    } catch (RuntimeException failure) {
      removeUnreported(stamp);
      throw failure;
    }
  }

  /** An engine that gave no answer may have made the container all the same. */
  private void removeUnreported(SandboxStamp stamp) {
    try {
      engine.remove(stamp.sandbox());
    } catch (RuntimeException silent) {
      log.atDebug()
          .addKeyValue("sandbox", stamp.sandbox())
          .setCause(silent)
          .log("The engine does not answer; a container it made will be removed past its time");
    }
  }
}
