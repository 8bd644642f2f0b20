package dev.sluice.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import dev.sluice.verdict.SandboxStamp;
import java.time.Instant;

/**
 * A container that has started and waits for the feed of its one job. Owned by one thread at a
 * time. Closing it lets go of what is read of it; removing the container is {@link Removals}'s.
 *
 * @param expiresAt by then other executors may take it for forgotten
 */
record StartedContainer(
    SandboxStamp stamp, ContainerShape shape, Instant expiresAt, ContainerLine line, Gauges gauges)
    implements AutoCloseable {

  /**
   * Starts a container that is made.
   *
   * @param id the engine's
   */
  static StartedContainer start(
      Engine engine, String id, SandboxStamp stamp, ContainerShape shape, Instant expiresAt)
      throws InterruptedException {
    ContainerLine line = new ContainerLine();
    try {
      engine.attach(id, line.input(), line.capture());
      engine.start(id);
      engine.whenEnded(id, line.ended());
      ContainerState state = engine.state(id);
      return new StartedContainer(
          stamp, shape, expiresAt, line, Gauges.of(engine, id, state, shape.processes()));
    } catch (InterruptedException | RuntimeException failed) {
      line.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    gauges.close();
    line.close();
  }
}
