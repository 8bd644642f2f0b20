package dev.sluice.app;

import dev.sluice.cli.Deployment;
import dev.sluice.cli.DeploymentPlan;
import dev.sluice.cli.Role;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.broker.EmbeddedBroker;
import dev.sluice.kafka.gateway.PolicyFile;
import dev.sluice.kafka.gateway.PolicyRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Starts parts: the broker and its policies first, then all roles at the same time, since they find
 * one another through the cluster. They are stopped one after the other, gateway first, then
 * executors, router, validator, and the broker last; also when one of them does not start.
 */
final class Startup {
  private final Settings settings;
  private final DeploymentPlan plan;
  private final Parts parts = new Parts();
  private final List<String> description = new ArrayList<>();

  private Startup(Settings settings, DeploymentPlan plan) {
    this.settings = settings;
    this.plan = plan;
  }

  static Deployment start(Settings settings, DeploymentPlan plan) {
    Startup startup = new Startup(settings, plan);
    try {
      KafkaSettings cluster = startup.cluster();
      startup.startRoles(new RoleStarter(settings, cluster));
      return new Running(cluster, List.copyOf(startup.description), startup.parts);
    } catch (RuntimeException failure) {
      startup.parts.close();
      throw failure;
    }
  }

  private KafkaSettings cluster() {
    Optional<KafkaSettings> named = settings.cluster(plan.bootstrapServer());
    if (named.isPresent()) {
      description.add("cluster    " + named.get().bootstrapServers());
      return named.get();
    }
    EmbeddedBroker broker =
        parts.add("broker", EmbeddedBroker.start(settings.broker(plan.data(), plan.brokerPort())));
    try (PolicyRegistry policies = new PolicyRegistry(broker.clientSettings())) {
      policies.applyIfAbsent(PolicyFile.shippedDefault());
    }
    description.add("broker     " + broker.bootstrapServers() + ", in this process");
    return broker.clientSettings();
  }

  private void startRoles(RoleStarter starter) {
    List<CompletableFuture<RoleStarter.Started>> starting;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      starting =
          Stream.of(Role.values())
              .filter(plan.roles()::contains)
              .map(role -> CompletableFuture.supplyAsync(() -> starter.start(role), threads))
              .toList();
    }
    List<CompletionException> failures = new ArrayList<>();
    for (CompletableFuture<RoleStarter.Started> role : starting) {
      try {
        RoleStarter.Started started = role.join();
        parts.add(started.role().word(), started.parts());
        description.add(started.toString());
      } catch (CompletionException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
