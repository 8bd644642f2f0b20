package dev.sluice.cli;

import dev.sluice.cli.run.InputFile;
import dev.sluice.cli.run.LineReader;
import dev.sluice.cli.run.Submitting;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice submit}: jobs in, and nothing awaited. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    header = "Submit a file of jobs and do not wait for their results.",
    description = {
      "",
      "Prints tenant/id of each job that the cluster has acknowledged. Lines are those of sluice run;"
          + " a bad one is named on standard error, the others are submitted all the same.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 all submitted; 2 some lines are wrong; 3 some were not acknowledged.",
      "",
      "Examples:",
      "  sluice submit jobs.jsonl --bootstrap-server kafka:9092",
      "  echo '{\"id\":\"j1\",\"language\":\"bash\",\"code\":\"date\"}' | sluice submit -"
    })
final class SubmitCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  @Mixin private Connected connected = new Connected();
  @Mixin private SubmissionInput submissions = new SubmissionInput();

  SubmitCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    LineReader reader = submissions.reader(clock);
    try (InputFile input = submissions.open(terminal);
        KafkaPipeline pipeline =
            new KafkaPipeline(connected.cluster(installation), "submit", clock)) {
      Submitting submitting = new Submitting(input, reader, pipeline);
      submitting.run(terminal.out()::println, terminal.err()::println);
      if (submitting.notAcknowledged() > 0) {
        return ExitCode.PLATFORM.code();
      }
      return (submitting.refused() > 0 ? ExitCode.USAGE : ExitCode.SUCCESS).code();
    }
  }
}
