package dev.sluice.kafka.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * Where a broker keeps its data: locked as long as it is open, so that two brokers never share one.
 * A temporary one is deleted when it is closed.
 */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private DataFolder(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /** Makes the folder if it is not there, and locks it. */
  static DataFolder open(Optional<Path> named) {
    try {
      Path path =
          named.isPresent()
              ? Files.createDirectories(named.get().toAbsolutePath())
              : Files.createTempDirectory("sluice-kafka-");
      return new DataFolder(path, named.isEmpty(), lock(path));
    } catch (IOException failure) {
      throw new BrokerException(
          "cannot use the data folder " + named.map(Path::toString).orElse("(temporary)"), failure);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("sluice.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new BrokerException(
          "the data folder " + path + " is in use by another embedded broker");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
      if (temporary) {
        Utils.delete(path.toFile());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot close the data folder " + path, failure);
    }
  }
}
