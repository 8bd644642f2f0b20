package dev.sluice.cli;

import dev.sluice.job.JobKey;
import dev.sluice.json.StatusJson;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.gateway.ResultLookup;
import dev.sluice.kafka.gateway.StatusView;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice get}: where a job stands. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    header = "Print where a job stands, with its result once it is settled.",
    description = {"", "Prints one JSON object.", ""},
    footer = {
      "",
      "Exit codes: 0 the job is known; 1 it is not; 3 the cluster failed.",
      "",
      "Examples:",
      "  sluice get j1 --bootstrap-server kafka:9092",
      "  sluice get j1 --tenant acme | jq -r .result.stdout"
    })
final class GetCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Mixin private Connected connected = new Connected();
  @Mixin private OneJob job = new OneJob();

  GetCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JobKey key = job.key();
    KafkaSettings cluster = connected.cluster(installation);
    Optional<JobStatus> status = status(cluster, key);
    if (status.isEmpty()) {
      terminal.err().println("no job " + key + " is known");
      return ExitCode.NOT_ALL_SUCCEEDED.code();
    }
    Optional<JobResult> result =
        switch (status.get().phase()) {
          case SETTLED -> result(cluster, key);
          case HELD, DISPATCHED -> Optional.empty();
        };
    terminal.out().println(StatusJson.of(status.get(), result).toPrettyString());
    return ExitCode.SUCCESS.code();
  }

  private static Optional<JobStatus> status(KafkaSettings cluster, JobKey key) {
    try (StatusView view = new StatusView(cluster)) {
      Waiting.until(view::unreadiness);
      return view.of(key);
    }
  }

  private static Optional<JobResult> result(KafkaSettings cluster, JobKey key) {
    try (ResultLookup lookup = new ResultLookup(cluster)) {
      Waiting.until(lookup::unreadiness);
      return lookup.of(key).toCompletableFuture().join();
    }
  }
}
