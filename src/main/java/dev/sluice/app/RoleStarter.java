package dev.sluice.app;

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
import dev.sluice.kafka.executor.ExecutorSettings;
import dev.sluice.kafka.executor.ExecutorStage;
import dev.sluice.kafka.router.RouterSettings;
import dev.sluice.kafka.router.RouterStage;
import dev.sluice.kafka.validator.ValidatorStage;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.sandbox.Surroundings;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Makes and starts the parts of a role, on a cluster that is there. Any thread. */
final class RoleStarter {
  private final Settings settings;
  private final KafkaSettings cluster;
  private final InstantSource clock = InstantSource.system();

  RoleStarter(Settings settings, KafkaSettings cluster) {
    this.settings = settings;
    this.cluster = cluster;
  }

  /**
   * A role at work.
   *
   * @param description for people
   */
  record Started(Role role, Parts parts, String description) {
    @Override
    public String toString() {
      return "%-10s %s".formatted(role.word(), description);
    }
  }

  /** Starts a role; what it started of one that does not start as a whole is stopped again. */
  Started start(Role role) {
    Parts parts = new Parts();
    try {
      return new Started(role, parts, start(role, parts));
    } catch (RuntimeException failure) {
      parts.close();
      throw failure;
    }
  }

  private String start(Role role, Parts parts) {
    return switch (role) {
      case VALIDATOR -> startValidator(parts);
      case ROUTER -> startRouter(parts);
      case ISOLATE ->
          startExecutor(
              parts,
              Tier.ISOLATE,
              (id, surroundings) ->
                  new IsolatePool(
                      id, settings.isolate(), surroundings.listener(), surroundings.clock()));
      case CONTAINER ->
          startExecutor(
              parts,
              Tier.CONTAINER,
              (id, surroundings) -> new ContainerPool(id, settings.container(), surroundings));
      case GATEWAY -> startGateway(parts);
    };
  }

  private String startValidator(Parts parts) {
    ValidatorStage stage =
        parts.add(
            "validator",
            new ValidatorStage(cluster.clientProperties(), List.of(new JavaScriptSyntax())));
    stage.start();
    return "judges submissions";
  }

  /**
   * The state's local copy is worth nothing to the next process: its truth is in the changelogs.
   */
  private String startRouter(Parts parts) {
    RouterSettings router = settings.router();
    if (router.stateFolder().isEmpty()) {
      TemporaryFolder state = parts.add("state folder", TemporaryFolder.make("sluice-router-"));
      router = router.withStateFolder(state.path());
    }
    RouterStage stage = parts.add("router", new RouterStage(router, cluster.clientProperties()));
    stage.start();
    return "keeps the ledger";
  }

  private String startExecutor(
      Parts parts, Tier tier, BiFunction<String, Surroundings, SandboxPool> maker) {
    String id = tier.word() + "-" + UUID.randomUUID();
    CompletableFuture<Offer> offer = new CompletableFuture<>();
    ExecutorStage stage =
        new ExecutorStage(
            ExecutorSettings.of(id, tier),
            cluster.clientProperties(),
            settings.secrets(),
            surroundings -> {
              SandboxPool pool = maker.apply(id, surroundings);
              offer.complete(pool.offer());
              return pool;
            });
    parts.add("executor", stage);
    stage.start();
    return words(offer.join());
  }

  private static String words(Offer offer) {
    return switch (offer) {
      case Offer.Available(int slots, var languages) ->
          "%d slots for %s"
              .formatted(slots, String.join(", ", languages.stream().sorted().toList()));
      case Offer.Unavailable(String reason) -> "runs nothing now: " + reason;
    };
  }

  private String startGateway(Parts parts) {
    HttpSettings http = settings.http();
    GatewayJobs jobs = parts.add("jobs", new GatewayJobs(cluster, clock));
    HttpEdge edge =
        parts.add(
            "http",
            new HttpEdge(
                http, jobs, new SubmissionReader(JobIds::next), Metrics.registry(), clock));
    return "http://%s:%d".formatted(http.host(), edge.start());
  }
}
