package dev.sluice.cli.run;

import dev.sluice.job.JobKey;
import dev.sluice.json.Reading;
import dev.sluice.json.ResultJson;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Verdict;
import java.io.IOException;
import java.util.Map;

/** Writes down each line's one result, and counts it. One thread. */
public final class Journal {
  private final ResultsFile file;
  private final Tally tally = new Tally();
  private final Progress progress;

  public Journal(ResultsFile file, Progress progress) {
    this.file = file;
    this.progress = progress;
  }

  void expect(int results) {
    progress.expect(results);
    progress.arrived(tally.total());
  }

  void result(JobResult result) throws IOException {
    file.write(ResultJson.of(result));
    tally.count(Settlement.of(result));
    progress.arrived(tally.total());
  }

  /** The line was no submission. */
  void refused(int line, Reading.Faulty reading, String defaultTenant) throws IOException {
    String id = reading.id().orElse("line-" + line);
    String message = "line " + line + ": " + reading.mistake();
    file.write(
        ResultJson.refusal(id, reading.tenant().orElse(defaultTenant), message, reading.labels()));
    tally.countRefused(Settlement.without(id, Verdict.REJECTED, reading.labels(), message));
  }

  /** The line was a submission, and no result is to be had. */
  void unanswered(JobKey key, Verdict verdict, String message) throws IOException {
    String id = key.job().value();
    file.write(ResultJson.unsubmitted(id, key.tenant().value(), verdict, message, Map.of()));
    tally.count(Settlement.without(id, verdict, Map.of(), message));
    progress.arrived(tally.total());
  }

  void flush() throws IOException {
    file.flush();
  }

  public Tally tally() {
    return tally;
  }
}
