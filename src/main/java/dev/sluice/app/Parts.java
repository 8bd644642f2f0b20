package dev.sluice.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be stopped in reverse. Closing is done once, by whoever comes first; a
 * second caller waits for the first. Thread-safe.
 */
final class Parts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private record Part(String name, AutoCloseable closeable) {}

  private final Deque<Part> started = new ArrayDeque<>();

  /** Keeps a part until the end. */
  synchronized <T extends AutoCloseable> T add(String name, T part) {
    started.push(new Part(name, part));
    return part;
  }

  /** A part that does not stop must not keep the others from it. */
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      Part part = started.pop();
      try {
        part.closeable().close();
      } catch (Exception failure) {
        log.error("{} did not stop as it should", part.name(), failure);
      }
    }
  }
}
