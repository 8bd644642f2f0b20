package dev.sluice.app;

import dev.sluice.capability.SecretStore;
import dev.sluice.capability.Secrets;
import dev.sluice.cli.UsageException;
import dev.sluice.container.ContainerSettings;
import dev.sluice.http.HttpSettings;
import dev.sluice.isolate.Confinement;
import dev.sluice.isolate.IsolateSettings;
import dev.sluice.job.ByteSize;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.broker.EmbeddedBrokerSettings;
import dev.sluice.kafka.router.RouterSettings;
import dev.sluice.sandbox.SpareDemand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The configuration as the settings of each part. A value that a part refuses is a usage error. */
final class Settings {
  private final Configuration configuration;
  private final Map<String, String> environment;

  Settings(Configuration configuration, Map<String, String> environment) {
    this.configuration = configuration;
    this.environment = environment;
  }

  static Settings read(Optional<Path> file, Map<String, String> environment) {
    return new Settings(ConfigurationFile.read(file, environment), environment);
  }

  /** The cluster that was asked for, else the configured one. */
  Optional<KafkaSettings> cluster(Optional<String> bootstrapServer) {
    return bootstrapServer.or(configuration.kafka()::bootstrapServer).map(this::cluster);
  }

  KafkaSettings cluster(String bootstrapServers) {
    return valid(
        "kafka", () -> new KafkaSettings(bootstrapServers, configuration.kafka().properties()));
  }

  EmbeddedBrokerSettings broker(Optional<Path> folder, Optional<Integer> port) {
    Configuration.Broker broker = configuration.broker();
    return valid(
        "broker",
        () ->
            new EmbeddedBrokerSettings(
                folder.or(broker::folder),
                port.or(broker::port),
                broker.partitions().orElse(EmbeddedBrokerSettings.DEFAULTS.partitions())));
  }

  RouterSettings router() {
    Configuration.Router router = configuration.router();
    return valid(
        "router",
        () -> {
          RouterSettings settings = RouterSettings.DEFAULTS;
          return router.stateFolder().map(settings::withStateFolder).orElse(settings);
        });
  }

  IsolateSettings isolate() {
    Configuration.Isolate isolate = configuration.isolate();
    return valid(
        "isolate",
        () -> {
          IsolateSettings settings = IsolateSettings.DEFAULTS;
          return new IsolateSettings(
              isolate.slots().orElse(settings.slots()),
              isolate.confinement().map(Settings::confinement).orElse(settings.confinement()),
              isolate.optimise().orElse(settings.optimised()),
              settings
                  .spares()
                  .with(
                      isolate.spares().orElse(settings.spares().count()),
                      isolate.warm().orElse(settings.spares().always())),
              settings.idleWorkers(),
              settings.workerLife(),
              settings.workerMemory());
        });
  }

  ContainerSettings container() {
    Configuration.Container container = configuration.container();
    return valid(
        "container",
        () -> {
          ContainerSettings settings = ContainerSettings.DEFAULTS;
          return new ContainerSettings(
              container.engine().orElse(settings.engine()),
              container.image().orElse(settings.image()),
              container.runtime().orElse(settings.runtime()),
              container
                  .warm()
                  .map(
                      count ->
                          new SpareDemand.Terms(
                              count, settings.warm().remembered(), settings.warm().mostOnDemand()))
                  .orElse(settings.warm()),
              container.slots().orElse(settings.slots()),
              settings.processors(),
              settings.temporarySpace(),
              settings.checkLimit(),
              container.cgroupParent().or(settings::cgroupParent),
              container.socketFolder().orElse(settings.socketFolder()),
              settings.engineRecheck());
        });
  }

  /** What is attached to programs' calls, outside of their sandboxes. */
  Secrets secrets() {
    return new SecretStore(configuration.secrets().folder(), environment);
  }

  HttpSettings http() {
    Configuration.Http http = configuration.http();
    return valid(
        "http",
        () -> {
          HttpSettings settings = HttpSettings.DEFAULTS;
          return new HttpSettings(
              http.host().orElse(settings.host()),
              http.port().orElse(settings.port()),
              http.maxBodyBytes().map(ByteSize::new).orElse(settings.maxBody()),
              Duration.ofMillis(http.idleMillis().orElse(settings.idle().toMillis())));
        });
  }

  private static Confinement confinement(String word) {
    return switch (word) {
      case "bubblewrap" -> Confinement.BUBBLEWRAP;
      case "none" -> Confinement.NONE;
      default ->
          throw new IllegalArgumentException(
              "confinement must be bubblewrap or none: \"" + word + "\"");
    };
  }

  private static <T> T valid(String section, Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException refused) {
      throw new UsageException(section + ": " + refused.getMessage(), refused);
    }
  }
}
