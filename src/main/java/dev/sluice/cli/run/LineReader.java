package dev.sluice.cli.run;

import dev.sluice.job.BatchId;
import dev.sluice.job.TenantId;
import dev.sluice.json.Mistake;
import dev.sluice.json.Reading;
import dev.sluice.json.SubmissionDefaults;
import dev.sluice.json.SubmissionReader;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Reads lines as submissions of this run. Any thread. */
public final class LineReader {
  private final SubmissionReader reader;
  private final TenantId tenant;
  private final Optional<BatchId> batch;
  private final InstantSource clock;

  public LineReader(
      SubmissionReader reader, TenantId tenant, Optional<BatchId> batch, InstantSource clock) {
    this.reader = reader;
    this.tenant = tenant;
    this.batch = batch;
    this.clock = clock;
  }

  Reading read(NumberedLine line) {
    return switch (line) {
      case NumberedLine.Whole whole ->
          reader.read(whole.utf8(), new SubmissionDefaults(tenant, batch, clock.instant()));
      case NumberedLine.TooLong _ ->
          new Reading.Faulty(
              new Mistake("", "longer than " + Lines.MAX_LINE_BYTES + " bytes"),
              Optional.empty(),
              Optional.empty(),
              Map.of());
    };
  }

  /** The tenant of lines that name none. */
  TenantId tenant() {
    return tenant;
  }
}
