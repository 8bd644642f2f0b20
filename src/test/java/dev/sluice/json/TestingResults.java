package dev.sluice.json;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.JobKey;
import dev.sluice.job.Limits;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.Tier;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.Captured;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Judgement;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.Provenance;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results to write and to count. */
public final class TestingResults {
  public static final Instant SUBMITTED_AT = Instant.parse("2026-11-23T12:00:00Z");
  private static final SandboxStamp STAMP =
      new SandboxStamp("executor-1", "sandbox-1", "engine 1", "bubblewrap");
  private static final Usage USAGE =
      new Usage(Duration.ofMillis(12), Duration.ofMillis(7), new ByteSize(4096));

  private TestingResults() {}

  /** A result of one attempt in the isolate tier. */
  public static JobResult of(JobKey key, Verdict verdict, String value, Tags tags) {
    return new JobResult(
        key,
        new Judgement(verdict, "in words", Optional.of(0), Optional.of(value)),
        new Output(new Captured(Content.of("out\n"), true), Captured.NOTHING),
        USAGE,
        List.of(
            new AttemptSummary(
                1,
                verdict,
                "in words",
                Optional.of(STAMP),
                USAGE,
                SUBMITTED_AT,
                SUBMITTED_AT.plusMillis(12))),
        new Provenance(
            "0".repeat(64),
            Optional.of(3L),
            Optional.of(new Route(Tier.ISOLATE, "nothing asks for more")),
            Optional.of(
                new Limits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    new ByteSize(1),
                    new ByteSize(1),
                    1,
                    new ByteSize(0))),
            Optional.of(STAMP)),
        tags,
        SUBMITTED_AT,
        SUBMITTED_AT.plusMillis(20));
  }

  /** The answer to a submission, as a pipeline would settle it. */
  public static JobResult to(Submission submission, Verdict verdict) {
    return of(submission.key(), verdict, "1", submission.tags());
  }

  public static JobResult succeeded(JobKey key) {
    return of(key, Verdict.SUCCEEDED, "1", new Tags(Optional.empty(), Map.of()));
  }
}
