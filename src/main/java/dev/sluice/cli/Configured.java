package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Configured {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration to use. Default: sluice.yaml, if it is there.")
  private @Nullable Path file;

  Optional<Path> configuration() {
    return Optional.ofNullable(file);
  }
}
