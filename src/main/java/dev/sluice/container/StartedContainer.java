package dev.sluice.container;

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

  @Override
  public void close() {
    gauges.close();
    line.close();
  }
}
