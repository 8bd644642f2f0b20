package dev.sluice.cli;

import dev.sluice.kafka.KafkaSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that talks to a cluster which runs already. */
final class Connected {
  @Mixin private Configured configured = new Configured();

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "The cluster to talk to. Default: the configured one, else 127.0.0.1:9092.")
  private @Nullable String bootstrapServer;

  KafkaSettings cluster(Installation installation) {
    return installation.cluster(configured.configuration(), Optional.ofNullable(bootstrapServer));
  }
}
