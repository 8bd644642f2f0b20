package dev.sluice.cli;

import dev.sluice.job.CancelRequest;
import dev.sluice.job.JobKey;
import dev.sluice.kafka.gateway.CancelSink;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice cancel}: asks for a job to be stopped. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    header = "Ask for a job to be stopped.",
    description = {
      "",
      "A job that waits is settled at once, one that runs is stopped, one that is settled stays as it"
          + " is: its result tells. The command does not wait for it.",
      ""
    },
    footer = {"", "Example:", "  sluice cancel j1 --tenant acme --reason 'wrong prompt'"})
final class CancelCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private Connected connected = new Connected();
  @Mixin private OneJob job = new OneJob();

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      defaultValue = "asked for on the command line",
      description = "Why; the audit trail keeps it. Default: ${DEFAULT-VALUE}.")
  private String reason = "";

  CancelCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JobKey key = job.key();
    try (CancelSink sink = new CancelSink(connected.cluster(installation))) {
      sink.cancel(new CancelRequest(key, reason)).toCompletableFuture().join();
    }
    terminal.out().println("asked to cancel " + key);
    return ExitCode.SUCCESS.code();
  }
}
