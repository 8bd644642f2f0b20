package dev.sluice.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import dev.sluice.job.TenantId;
import dev.sluice.json.PolicyJson;
import dev.sluice.kafka.gateway.PolicyFile;
import dev.sluice.kafka.gateway.PolicyRegistry;
import dev.sluice.tenant.TenantPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice tenants}: who may do what. */
@Command(
    name = "tenants",
    mixinStandardHelpOptions = true,
    header = "Show and change the policies of tenants.",
    footer = {
      "",
      "The policy of tenant default is for every tenant without one of its own.",
      "",
      "Examples:",
      "  sluice tenants apply --bootstrap-server kafka:9092",
      "  sluice tenants apply acme.yaml --bootstrap-server kafka:9092",
      "  sluice tenants get acme",
      "  sluice tenants list"
    })
final class TenantsCommand {
  private final Installation installation;
  private final Terminal terminal;

  TenantsCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      header = "Put policies in force.",
      description = {
        "One policy a YAML file. A changed one gets the next version number.",
        "Without a file: the policy that Sluice ships, for tenant default, unless there is one."
      })
  int apply(
      @Mixin Connected connected,
      @Parameters(paramLabel = "FILE", arity = "0..*", description = "Policies as YAML.")
          @Nullable List<Path> files)
      throws IOException {
    List<TenantPolicy> policies = new ArrayList<>();
    for (Path file : files == null ? List.<Path>of() : files) {
      policies.add(read(file));
    }
    try (PolicyRegistry registry = new PolicyRegistry(connected.cluster(installation))) {
      if (policies.isEmpty()) {
        say(registry.applyIfAbsent(PolicyFile.shippedDefault()));
      }
      policies.forEach(wanted -> say(registry.apply(wanted)));
    }
    return ExitCode.SUCCESS.code();
  }

  private void say(PolicyRegistry.Applied applied) {
    terminal
        .out()
        .println(
            "%s: %s version %d"
                .formatted(
                    applied.policy().tenant(),
                    applied.changed() ? "now" : "unchanged, still",
                    applied.policy().version()));
  }

  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      header = "Print the policy that a tenant is judged by, as JSON.")
  int get(
      @Mixin Connected connected,
      @Parameters(paramLabel = "TENANT", description = "The tenant.") String name) {
    TenantId tenant = SubmissionInput.identifier("TENANT", name, TenantId::new);
    try (PolicyRegistry registry = new PolicyRegistry(connected.cluster(installation))) {
      Optional<TenantPolicy> policy = registry.get(tenant).or(() -> registry.get(TenantId.DEFAULT));
      policy.ifPresent(found -> terminal.out().println(PolicyJson.of(found).toPrettyString()));
      if (policy.isEmpty()) {
        terminal.err().println("tenant " + tenant + " has no policy, and there is no default one");
      }
      return (policy.isPresent() ? ExitCode.SUCCESS : ExitCode.NOT_ALL_SUCCEEDED).code();
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Print the tenants that have a policy of their own.")
  int list(@Mixin Connected connected) {
    try (PolicyRegistry registry = new PolicyRegistry(connected.cluster(installation))) {
      terminal
          .out()
          .println(
              AsciiTable.getTable(
                  AsciiTable.NO_BORDERS,
                  registry.list(),
                  List.of(
                      new Column().header("tenant").with(policy -> policy.tenant().value()),
                      new Column().header("version").with(policy -> "" + policy.version()),
                      new Column()
                          .header("running isolate")
                          .with(policy -> "" + policy.quotas().runningIsolate()),
                      new Column()
                          .header("running container")
                          .with(policy -> "" + policy.quotas().runningContainer()),
                      new Column().header("held").with(policy -> "" + policy.quotas().held()))));
    }
    return ExitCode.SUCCESS.code();
  }

  private static TenantPolicy read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no such file: " + file);
    }
    try {
      return PolicyFile.read(file.toString(), Files.readString(file));
    } catch (IllegalArgumentException faulty) {
      throw new UsageException(String.valueOf(faulty.getMessage()), faulty);
    }
  }
}
