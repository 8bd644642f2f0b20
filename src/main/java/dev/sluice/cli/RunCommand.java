package dev.sluice.cli;

import dev.sluice.cli.run.BatchRun;
import dev.sluice.cli.run.InputFile;
import dev.sluice.cli.run.Journal;
import dev.sluice.cli.run.LineReader;
import dev.sluice.cli.run.Progress;
import dev.sluice.cli.run.ResultsFile;
import dev.sluice.cli.run.RunSettings;
import dev.sluice.cli.run.SummaryTable;
import dev.sluice.cli.run.Tally;
import dev.sluice.cli.run.TerminalProgress;
import dev.sluice.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice run}: a file of submissions in, a file of results out. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Run a file of jobs and write a file of results.",
    description = {
      "",
      "Every line of the file is a job and gets one result. Without --bootstrap-server the command"
          + " brings everything along: a Kafka broker in this process, validator, router and both"
          + " kinds of sandbox, all gone when it ends. With it, the Sluice that runs there does the"
          + " work.",
      ""
    },
    footer = {
      "",
      "A line is a JSON object with language and code (or files and entrypoint). It may have id,"
          + " tenant, tier, stdin, args, env, limits, capabilities, expectedStdout, priority,"
          + " expiresInMillis and labels. A job that has its result already is not run again.",
      "",
      "Exit codes: 0 all succeeded; 1 some did not; 2 the command line or a line of input is wrong;"
          + " 3 the platform failed.",
      "",
      "Examples:",
      "  sluice run examples/tour.jsonl --check-expected",
      "  zcat jobs.jsonl.gz | sluice run - --out - | jq .verdict",
      "  sluice run jobs.jsonl --bootstrap-server kafka:9092 --tenant evals --batch night-17"
    })
final class RunCommand implements Callable<Integer> {
  private static final Set<Role> SANDBOXED =
      EnumSet.of(Role.VALIDATOR, Role.ROUTER, Role.ISOLATE, Role.CONTAINER);

  private final Installation installation;
  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();
  private final AtomicReference<@Nullable BatchRun> current = new AtomicReference<>();

  @Mixin private Configured configured = new Configured();
  @Mixin private SubmissionInput submissions = new SubmissionInput();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "results.jsonl",
      description = "Where the results go; - for standard output. Default: ${DEFAULT-VALUE}.")
  private String out = "";

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Use the Sluice of this cluster instead of one of our own.")
  private @Nullable String bootstrapServer;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where our own broker keeps its records. Default: a temporary folder.")
  private @Nullable Path data;

  @Option(
      names = "--in-flight",
      paramLabel = "JOBS",
      defaultValue = "1000",
      description = "Jobs without a result at the same time. Default: ${DEFAULT-VALUE}.")
  private int inFlight;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "Give up when no result comes for this long. Default: ${DEFAULT-VALUE}.")
  private long patienceSeconds;

  @Option(
      names = "--check-expected",
      description =
          "Exit 0 only if every line has labels.expect and got that verdict, in the tier of"
              + " labels.expectTier if it has one.")
  private boolean checkExpected;

  RunCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    LineReader reader = submissions.reader(clock);
    RunSettings settings = settings();
    try (OrderlyEnd end = OrderlyEnd.onSignal(this::stop);
        InputFile input = submissions.open(terminal);
        ResultsFile results = new ResultsFile(terminal.output(out));
        Progress progress = progress()) {
      Journal journal = new Journal(results, progress);
      BatchRun run = new BatchRun(input, reader, journal, settings, clock);
      current.set(run);
      Duration wall = Duration.ZERO;
      if (run.prepare() && !end.isAsked()) {
        wall = run(run, progress);
      }
      Tally tally = journal.tally();
      terminal.err().print(SummaryTable.of(tally, wall));
      return exitCode(tally).code();
    }
  }

  /** Answers how long it took, without start and stop. */
  private Duration run(BatchRun run, Progress progress) throws IOException {
    try (Deployment deployment = installation.deploy(configured.configuration(), plan());
        KafkaPipeline pipeline = new KafkaPipeline(deployment.kafka(), "run", clock)) {
      deployment.description().forEach(terminal.err()::println);
      Instant begin = clock.instant();
      run.run(pipeline);
      Duration wall = Duration.between(begin, clock.instant());
      progress.close();
      return wall;
    }
  }

  private void stop() {
    BatchRun run = current.get();
    if (run != null) {
      run.stop();
    }
  }

  private Progress progress() {
    return terminal.watched() ? new TerminalProgress(terminal.err()) : Progress.SILENT;
  }

  private RunSettings settings() {
    if (inFlight < 1 || patienceSeconds < 1) {
      throw new UsageException("--in-flight and --patience must be at least 1");
    }
    return new RunSettings(inFlight, Duration.ofSeconds(patienceSeconds));
  }

  private DeploymentPlan plan() {
    return new DeploymentPlan(
        bootstrapServer == null ? SANDBOXED : Set.of(),
        Optional.ofNullable(bootstrapServer),
        Optional.ofNullable(data),
        Optional.empty());
  }

  private ExitCode exitCode(Tally tally) {
    if (checkExpected && tally.isAllAsExpected()) {
      return ExitCode.SUCCESS;
    }
    if (tally.of(Verdict.PLATFORM_FAILURE) > 0) {
      return ExitCode.PLATFORM;
    }
    if (tally.refusedLines() > 0) {
      return ExitCode.USAGE;
    }
    return tally.of(Verdict.SUCCEEDED) == tally.total() && !checkExpected
        ? ExitCode.SUCCESS
        : ExitCode.NOT_ALL_SUCCEEDED;
  }
}
