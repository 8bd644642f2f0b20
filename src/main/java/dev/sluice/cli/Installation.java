package dev.sluice.cli;

import dev.sluice.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What commands need of the composition root. Methods throw {@link UsageException} when the
 * configuration is wrong.
 */
public interface Installation {

  /**
   * How to reach a cluster that runs somewhere.
   *
   * @param configuration the file; the usual one when empty
   * @param bootstrapServer comes before the one that the configuration names
   */
  KafkaSettings cluster(Optional<Path> configuration, Optional<String> bootstrapServer);

  /** Starts what the plan says; returns when it is at work. Closed by the caller. */
  Deployment deploy(Optional<Path> configuration, DeploymentPlan plan);
}
