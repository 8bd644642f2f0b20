package dev.sluice.app;

import dev.sluice.cli.Deployment;
import dev.sluice.cli.DeploymentPlan;
import dev.sluice.cli.JobIds;
import dev.sluice.cli.Role;
import dev.sluice.container.ContainerPool;
import dev.sluice.http.HttpEdge;
import dev.sluice.http.HttpSettings;
import dev.sluice.isolate.IsolatePool;
import dev.sluice.isolate.JavaScriptSyntax;
import dev.sluice.job.Tier;
import dev.sluice.json.SubmissionReader;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.broker.EmbeddedBroker;
import dev.sluice.kafka.executor.ExecutorSettings;
import dev.sluice.kafka.executor.ExecutorStage;
import dev.sluice.kafka.gateway.PolicyFile;
import dev.sluice.kafka.gateway.PolicyRegistry;
import dev.sluice.kafka.router.RouterSettings;
import dev.sluice.kafka.router.RouterStage;
import dev.sluice.kafka.validator.ValidatorStage;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.sandbox.SandboxPool;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Starts parts in the order in which they need one another: broker, policies, validator, router,
 * executors, gateway. What was started is stopped in reverse, also when a later part does not
 * start. One thread.
 */
final class Startup {
  private final Settings settings;
  private final DeploymentPlan plan;
  private final Parts parts = new Parts();
  private final List<String> description = new ArrayList<>();
  private final InstantSource clock = InstantSource.system();

  private Startup(Settings settings, DeploymentPlan plan) {
    this.settings = settings;
    this.plan = plan;
  }

  static Deployment start(Settings settings, DeploymentPlan plan) {
    Startup startup = new Startup(settings, plan);
    try {
      KafkaSettings cluster = startup.cluster();
      for (Role role : Role.values()) {
        if (plan.roles().contains(role)) {
          startup.start(role, cluster);
        }
      }
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

  private void start(Role role, KafkaSettings cluster) {
    switch (role) {
      case VALIDATOR -> startValidator(cluster);
      case ROUTER -> startRouter(cluster);
      case ISOLATE ->
          startExecutor(
              cluster,
              Tier.ISOLATE,
              (id, listener) -> new IsolatePool(id, settings.isolate(), listener, clock));
      case CONTAINER ->
          startExecutor(
              cluster,
              Tier.CONTAINER,
              (id, listener) -> new ContainerPool(id, settings.container(), listener, clock));
      case GATEWAY -> startGateway(cluster);
    }
  }

  private void startValidator(KafkaSettings cluster) {
    ValidatorStage validator =
        new ValidatorStage(cluster.clientProperties(), List.of(new JavaScriptSyntax()));
    parts.add("validator", validator);
    validator.start();
    description.add("validator  judges submissions");
  }

  /**
   * The state's local copy is worth nothing to the next process: its truth is in the changelogs.
   */
  private void startRouter(KafkaSettings cluster) {
    RouterSettings router = settings.router();
    if (router.stateFolder().isEmpty()) {
      TemporaryFolder state = parts.add("state folder", TemporaryFolder.make("sluice-router-"));
      router = router.withStateFolder(state.path());
    }
    RouterStage stage = new RouterStage(router, cluster.clientProperties());
    parts.add("router", stage);
    stage.start();
    description.add("router     keeps the ledger");
  }

  private void startExecutor(
      KafkaSettings cluster, Tier tier, BiFunction<String, SandboxListener, SandboxPool> maker) {
    String id = tier.word() + "-" + UUID.randomUUID();
    ExecutorStage executor =
        new ExecutorStage(
            ExecutorSettings.of(id, tier),
            cluster.clientProperties(),
            listener -> {
              SandboxPool pool = maker.apply(id, listener);
              description.add("%-10s %s".formatted(tier.word(), words(pool.offer())));
              return pool;
            });
    parts.add(tier.word() + " executor", executor);
    executor.start();
  }

  private static String words(Offer offer) {
    return switch (offer) {
      case Offer.Available(int slots, var languages) ->
          "%d slots for %s"
              .formatted(slots, String.join(", ", languages.stream().sorted().toList()));
      case Offer.Unavailable(String reason) -> "runs nothing now: " + reason;
    };
  }

  private void startGateway(KafkaSettings cluster) {
    HttpSettings http = settings.http();
    GatewayJobs jobs = parts.add("gateway", new GatewayJobs(cluster, clock));
    HttpEdge edge =
        new HttpEdge(http, jobs, new SubmissionReader(JobIds::next), Metrics.registry(), clock);
    int port = edge.start();
    parts.add("http", edge);
    description.add("gateway    http://%s:%d".formatted(http.host(), port));
  }
}
