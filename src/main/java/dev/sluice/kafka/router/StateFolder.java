package dev.sluice.kafka.router;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the local copy of the ledger's state lies. The truth is in the changelogs, so a folder that
 * nobody named is a temporary one and goes with its router.
 */
record StateFolder(Path path, boolean temporary) implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StateFolder.class);

  static StateFolder of(Optional<Path> named) {
    return named.map(path -> new StateFolder(path, false)).orElseGet(StateFolder::temporaryOne);
  }

  private static StateFolder temporaryOne() {
    try {
      return new StateFolder(Files.createTempDirectory("sluice-router-"), true);
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary folder for the router's state", failure);
    }
  }

  /** Deletes a temporary folder; nothing may use it any more. */
  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try {
      Utils.delete(path.toFile());
    } catch (IOException left) {
      log.warn("The router's temporary folder {} could not be deleted", path, left);
    }
  }
}
