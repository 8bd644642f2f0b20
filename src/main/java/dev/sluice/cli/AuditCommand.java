package dev.sluice.cli;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.AuditRecord;
import dev.sluice.job.JobId;
import dev.sluice.job.TenantId;
import dev.sluice.json.AuditJson;
import dev.sluice.kafka.gateway.AuditTail;
import dev.sluice.kafka.gateway.Start;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice audit}: what was decided, as it is decided. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    header = "Read the audit trail.",
    footer = {
      "",
      "Examples:",
      "  sluice audit tail --bootstrap-server kafka:9092 --tenant acme",
      "  sluice audit tail --job j1 --from-start",
      "  sluice audit tail --json | jq 'select(.type == \"limit.fired\")'"
    })
final class AuditCommand {
  private static final Duration TURN = Duration.ofMillis(500);

  private final Installation installation;
  private final Terminal terminal;

  AuditCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Command(
      name = "tail",
      mixinStandardHelpOptions = true,
      header = "Print audit records as they come, until Ctrl-C.",
      description = "A line each: when, stage, tenant/job, what, details.")
  int tail(
      @Mixin Connected connected,
      @Option(names = "--tenant", paramLabel = "TENANT", description = "Only of this tenant.")
          @Nullable String tenant,
      @Option(names = "--job", paramLabel = "ID", description = "Only of this job.")
          @Nullable String job,
      @Option(names = "--from-start", description = "Begin with the oldest record there is.")
          boolean fromStart,
      @Option(names = "--json", description = "One JSON object a line.") boolean json) {
    AuditTail.Filter filter =
        new AuditTail.Filter(
            Optional.ofNullable(tenant)
                .map(text -> SubmissionInput.identifier("--tenant", text, TenantId::new)),
            Optional.ofNullable(job)
                .map(text -> SubmissionInput.identifier("--job", text, JobId::new)));
    Start start = fromStart ? Start.EARLIEST : Start.NOW;
    try (OrderlyEnd end = OrderlyEnd.onSignal(() -> {});
        AuditTail tail = AuditTail.open(connected.cluster(installation), start, filter)) {
      while (!end.isAsked() && !terminal.out().checkError()) {
        tail.next(TURN).stream()
            .map(entry -> json ? AuditJson.of(entry.record()).toString() : line(entry))
            .forEach(terminal.out()::println);
      }
    }
    return ExitCode.SUCCESS.code();
  }

  private static String line(AuditEntry entry) {
    AuditRecord record = entry.record();
    return "%s %-9s %s%s %s %s"
        .formatted(
            record.at(),
            record.stage().word(),
            record.tenant(),
            record.job().map(job -> "/" + job).orElse(""),
            record.type(),
            new TreeMap<>(record.details())
                .entrySet().stream()
                    .map(detail -> detail.getKey() + "=" + printable(detail.getValue()))
                    .collect(Collectors.joining(" ")));
  }

  /** Details may hold what a tenant wrote: nothing in them may move a terminal's cursor. */
  private static String printable(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.contains(" ") ? '"' + plain + '"' : plain;
  }
}
