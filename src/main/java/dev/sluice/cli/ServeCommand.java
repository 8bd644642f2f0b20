package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice serve}: roles that run until they are told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Run Sluice until it is told to stop.",
    description = {
      "",
      "Without options every role runs in this process, with a Kafka broker in it. In production each"
          + " role runs where it scales: --roles and --bootstrap-server.",
      ""
    },
    footer = {
      "",
      "Stop it with Ctrl-C or SIGTERM: programs that run are stopped, sandboxes destroyed.",
      "",
      "Examples:",
      "  sluice serve",
      "  sluice serve --data /var/lib/sluice --broker-port 9092",
      "  sluice serve --roles validator,router --bootstrap-server kafka:9092",
      "  sluice serve --roles container --bootstrap-server kafka:9092 --config executor.yaml"
    })
final class ServeCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private Configured configured = new Configured();

  @Option(
      names = "--roles",
      paramLabel = "ROLE",
      split = ",",
      description =
          "What to run: validator, router, isolate, container, gateway. Default: all of them.")
  private String[] roles = {};

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description =
          "The cluster to work on. Default: the configured one, else a broker in this process.")
  private @Nullable String bootstrapServer;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where our own broker keeps its records. Default: a temporary folder.")
  private @Nullable Path data;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      description = "Port of our own broker on 127.0.0.1. Default: a free one.")
  private @Nullable Integer brokerPort;

  ServeCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    DeploymentPlan plan =
        new DeploymentPlan(
            roles(),
            Optional.ofNullable(bootstrapServer),
            Optional.ofNullable(data),
            Optional.ofNullable(brokerPort));
    try (OrderlyEnd end = OrderlyEnd.onSignal(() -> {});
        Deployment deployment = installation.deploy(configured.configuration(), plan)) {
      deployment.description().forEach(terminal.out()::println);
      terminal.out().println("ready");
      terminal.out().flush();
      end.await();
      terminal.out().println("stopping");
    }
    return ExitCode.SUCCESS.code();
  }

  private Set<Role> roles() {
    return roles.length == 0
        ? EnumSet.allOf(Role.class)
        : Arrays.stream(roles).map(ServeCommand::role).collect(Collectors.toSet());
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--roles: \"%s\" is none of %s"
                        .formatted(
                            word,
                            Arrays.stream(Role.values())
                                .map(Role::word)
                                .collect(Collectors.joining(", ")))));
  }
}
