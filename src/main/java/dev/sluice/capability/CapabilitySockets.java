package dev.sluice.capability;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes sockets for sandboxes that are other processes, in a folder that nobody else may look into.
 * Any thread; closing it closes every socket and removes the folder.
 */
public final class CapabilitySockets implements AutoCloseable {
  /** Calls that may be under way at once, of all sandboxes. */
  private static final int THREADS = 64;

  private final Path folder;

  /** Names are short: the kernel takes no socket path of more than 107 bytes. */
  private final AtomicLong opened = new AtomicLong();

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(THREADS));

  /**
   * @param parent where the folder is made; what runs the sandboxes has to see it under this path
   */
  public CapabilitySockets(Path parent) {
    try {
      folder =
          Files.createTempDirectory(
              parent,
              "sluice-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException failed) {
      throw new UncheckedIOException("no folder for sockets in " + parent, failed);
    }
  }

  /** A socket that listens, and denies everything until it {@link CapabilitySocket#serve}s. */
  public CapabilitySocket open() {
    return CapabilitySocket.open(vertx, folder.resolve(Long.toString(opened.incrementAndGet())));
  }

  @Override
  public void close() {
    vertx.close().await();
    try {
      try (var left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("sockets are left in " + folder, failed);
    }
  }
}
