package dev.sluice.cli;

import dev.sluice.cli.run.InputFile;
import dev.sluice.cli.run.LineReader;
import dev.sluice.job.BatchId;
import dev.sluice.job.TenantId;
import dev.sluice.json.SubmissionReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lines that a command submits, and what they leave out. */
final class SubmissionInput {
  @Parameters(paramLabel = "FILE", description = "JSONL, plain or gzip; - for standard input.")
  private String file = "";

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      defaultValue = "default",
      description = "Tenant of lines that name none. Default: ${DEFAULT-VALUE}.")
  private String tenant = "";

  @Option(names = "--batch", paramLabel = "BATCH", description = "Batch id of all lines.")
  private @Nullable String batch;

  /** Opens the input; a pipe is read to its end here. Closed by the caller. */
  InputFile open(Terminal terminal) throws IOException {
    if (file.equals(Terminal.STANDARD_STREAM)) {
      return InputFile.spooled(terminal.in());
    }
    try {
      return InputFile.of(Path.of(file));
    } catch (NoSuchFileException missing) {
      throw new UsageException("no such file: " + file, missing);
    }
  }

  LineReader reader(InstantSource clock) {
    return new LineReader(
        new SubmissionReader(JobIds::next),
        identifier("--tenant", tenant, TenantId::new),
        Optional.ofNullable(batch).map(text -> identifier("--batch", text, BatchId::new)),
        clock);
  }

  static <T> T identifier(String option, String text, Function<String, T> maker) {
    try {
      return maker.apply(text);
    } catch (IllegalArgumentException illFormed) {
      throw new UsageException(option + ": " + illFormed.getMessage(), illFormed);
    }
  }
}
