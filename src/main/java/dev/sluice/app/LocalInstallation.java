package dev.sluice.app;

import dev.sluice.cli.Deployment;
import dev.sluice.cli.DeploymentPlan;
import dev.sluice.cli.Installation;
import dev.sluice.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Everything that commands can start, from this program's own parts. Any thread. */
final class LocalInstallation implements Installation {
  private static final String USUAL_CLUSTER = "127.0.0.1:9092";

  private final Map<String, String> environment;

  /**
   * @param environment settings that come before those of the configuration's file
   */
  LocalInstallation(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public KafkaSettings cluster(Optional<Path> configuration, Optional<String> bootstrapServer) {
    Settings settings = Settings.read(configuration, environment);
    return settings.cluster(bootstrapServer).orElseGet(() -> settings.cluster(USUAL_CLUSTER));
  }

  @Override
  public Deployment deploy(Optional<Path> configuration, DeploymentPlan plan) {
    return Startup.start(Settings.read(configuration, environment), plan);
  }
}
