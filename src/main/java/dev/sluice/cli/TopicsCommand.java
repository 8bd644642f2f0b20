package dev.sluice.cli;

import dev.sluice.kafka.topics.TopicAdministrator;
import dev.sluice.kafka.topics.TopicCatalog;
import dev.sluice.kafka.topics.TopicOperation;
import dev.sluice.kafka.topics.TopicPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice topics}: a cluster's topics, and those that Sluice needs. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    header = "Show or make the difference between a cluster's topics and those that Sluice needs.",
    footer = {
      "",
      "Exit codes: 0 done, or nothing to do; 1 something is left that only an operator can change;"
          + " 3 the cluster failed.",
      "",
      "Examples:",
      "  sluice topics plan --bootstrap-server kafka:9092",
      "  sluice topics apply --bootstrap-server kafka:9092 --replicas 3"
    })
final class TopicsCommand {
  private final Installation installation;
  private final Terminal terminal;

  TopicsCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  /** What is wanted other than the files say. */
  static final class Wanted {
    @Mixin private Connected connected = new Connected();

    @Option(
        names = "--replicas",
        paramLabel = "N",
        description = "Replicas of every topic. Default: as in the files under topics/.")
    private @Nullable Integer replicas;

    TopicCatalog catalog() {
      TopicCatalog shipped = TopicCatalog.shipped();
      return replicas == null ? shipped : shipped.withReplicas(replicas);
    }
  }

  @Command(
      name = "plan",
      mixinStandardHelpOptions = true,
      header = "Show what apply would do, and do nothing.")
  int plan(@Mixin Wanted wanted) {
    try (TopicAdministrator administrator =
        new TopicAdministrator(wanted.connected.cluster(installation))) {
      return print(administrator.plan(wanted.catalog()));
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      header = "Make missing topics, and put their settings right.")
  int apply(@Mixin Wanted wanted) {
    try (TopicAdministrator administrator =
        new TopicAdministrator(wanted.connected.cluster(installation))) {
      TopicPlan plan = administrator.plan(wanted.catalog());
      int exit = print(plan);
      administrator.apply(plan);
      return exit;
    }
  }

  private int print(TopicPlan plan) {
    plan.operations().stream().map(TopicsCommand::line).forEach(terminal.out()::println);
    return (plan.hasRefusals() ? ExitCode.NOT_ALL_SUCCEEDED : ExitCode.SUCCESS).code();
  }

  private static String line(TopicOperation operation) {
    return switch (operation) {
      case TopicOperation.Create(var wanted) ->
          "+ %s: %d partitions, %d replicas, %s"
              .formatted(wanted.name(), wanted.partitions(), wanted.replicas(), wanted.config());
      case TopicOperation.AddPartitions(String topic, int from, int to) ->
          "~ %s: partitions %d -> %d".formatted(topic, from, to);
      case TopicOperation.AlterConfig alter -> {
        StringBuilder lines = new StringBuilder("~ " + alter.topic() + ":");
        alter
            .changes()
            .forEach(
                (name, change) ->
                    lines.append(" %s %s -> %s".formatted(name, change.from(), change.to())));
        yield lines.toString();
      }
      case TopicOperation.Unchanged(String topic) -> "= " + topic;
      case TopicOperation.Refused(String topic, String reason) -> "! " + topic + " " + reason;
    };
  }
}
