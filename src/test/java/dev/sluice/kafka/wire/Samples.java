package dev.sluice.kafka.wire;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.AuditEvent;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.HashChain;
import dev.sluice.audit.Stage;
import dev.sluice.job.Assignment;
import dev.sluice.job.BatchId;
import dev.sluice.job.Binding;
import dev.sluice.job.ByteSize;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.Lease;
import dev.sluice.job.Limit;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Limits;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Route;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.validate.Finding;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.Captured;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.Judgement;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Provenance;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import dev.sluice.verdict.Verdict;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** One message of each kind with every field filled, and one with as little as it can have. */
final class Samples {
  private static final JobKey KEY = JobKey.of("acme", "batch-7/42");
  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_123L);
  private static final Limits LIMITS =
      new Limits(
          Duration.ofMillis(1_500),
          Duration.ofMillis(900),
          ByteSize.ofMebibytes(64),
          ByteSize.ofKibibytes(128),
          7,
          ByteSize.ofMebibytes(3));
  private static final SandboxStamp STAMP =
      new SandboxStamp("executor-1", "worker-9", "GraalJS 25.0.3", "bubblewrap");
  private static final Route ROUTE = new Route(Tier.CONTAINER, "imports node:fs");
  private static final Usage USAGE =
      new Usage(Duration.ofNanos(12_345_000), Duration.ofNanos(9_876_000), new ByteSize(42));
  private static final Output OUTPUT =
      new Output(
          new Captured(Content.of(new byte[] {0, (byte) 0xff, 10}), true),
          new Captured(Content.of("ouch — ü"), false));
  private static final Program PROGRAM =
      new Program(
          "javascript",
          List.of(
              new SourceFile("main.js", Content.of("import './lib/a.js'")),
              new SourceFile("lib/a.js", Content.of(""))),
          "main.js");
  private static final Invocation INVOCATION =
      new Invocation(
          List.of("-v", ""), Content.of("in"), Map.of("HOME", "/work"), Optional.of("out\n"));

  private Samples() {}

  /** A codec and a value that it takes. */
  record Sample<T>(Codec<T> codec, T value) {
    byte[] encoded() {
      return codec.encode(value);
    }

    @Override
    public String toString() {
      return value.getClass().getSimpleName();
    }
  }

  /** What every message of this schema begins with. */
  static byte[] headerOf(Schema schema) {
    return ByteBuffer.allocate(10)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0xc3, 1})
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }

  static Stream<Sample<?>> all() {
    return Stream.of(submissions(), outcomes(), results(), policiesAndPools(), small(), endings())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample<?>> submissions() {
    Submission plain =
        new Submission(
            KEY, Program.of(Languages.PYTHON, "1"), Invocation.PLAIN, Terms.PLAIN, Tags.NONE, NOW);
    Submission full =
        new Submission(
            KEY,
            PROGRAM,
            INVOCATION,
            new Terms(
                1,
                RequestedTier.ISOLATE,
                new LimitOverrides(
                    Optional.of(Duration.ofMillis(1)),
                    Optional.of(Duration.ofMillis(2)),
                    Optional.of(new ByteSize(3)),
                    Optional.of(new ByteSize(4)),
                    Optional.of(5),
                    Optional.of(new ByteSize(6))),
                Set.of("weather", "orders"),
                Optional.of(NOW.plusSeconds(9))),
            new Tags(Optional.of(new BatchId("b-1")), Map.of("expect", "SUCCEEDED")),
            NOW);
    return Stream.of(
        new Sample<>(Codecs.SUBMISSION, plain),
        new Sample<>(Codecs.SUBMISSION, full),
        new Sample<>(
            Codecs.VALIDATED_SUBMISSION,
            new ValidatedSubmission(
                full,
                new Decision.Accepted(3, ROUTE),
                List.of(Finding.recorded("screening", "uses eval")))),
        new Sample<>(
            Codecs.VALIDATED_SUBMISSION,
            new ValidatedSubmission(
                plain,
                new Decision.Rejected(Verdict.POLICY_DENIED, "limits.wallMillis"),
                List.of(Finding.rejecting("limits", Verdict.POLICY_DENIED, "too long")))),
        new Sample<>(
            Codecs.ASSIGNMENT,
            new Assignment(
                KEY,
                2,
                ROUTE,
                PROGRAM,
                INVOCATION,
                LIMITS,
                Set.of(new Binding("weather", "http", "{}")),
                WorkerReuse.TENANT,
                new Lease(NOW, NOW.plusSeconds(1), NOW.plusSeconds(2)))));
  }

  private static Stream<Sample<?>> outcomes() {
    return Stream.of(
        new Sample<>(
            Codecs.OUTCOME, AttemptOutcome.failed(KEY, 1, PlatformFault.NO_POOL, "none", NOW)));
  }

  private static Stream<Sample<?>> endings() {
    return Stream.of(
            new Ending.Exited(0, Optional.of("{\"a\":1}")),
            new Ending.Exited(3, Optional.empty()),
            new Ending.Threw("TypeError: x"),
            new Ending.Signalled(9),
            new Ending.DidNotCompile("line 1"),
            new Ending.Exceeded(Limit.PROCESSES, "7 processes"),
            new Ending.Stopped(),
            new Ending.Failed(PlatformFault.SANDBOX_BROKEN, "died"))
        .map(
            ending ->
                new Sample<>(
                    Codecs.OUTCOME,
                    new AttemptOutcome(
                        KEY,
                        1,
                        Optional.of(STAMP),
                        ending,
                        OUTPUT,
                        USAGE,
                        NOW,
                        NOW.plusMillis(5))));
  }

  private static Stream<Sample<?>> results() {
    JobResult full =
        new JobResult(
            KEY,
            new Judgement(Verdict.WRONG_ANSWER, "differs", Optional.of(0), Optional.of("[1]")),
            OUTPUT,
            USAGE,
            List.of(
                new AttemptSummary(
                    1, Verdict.PLATFORM_FAILURE, "lost", Optional.empty(), Usage.NONE, NOW, NOW),
                new AttemptSummary(
                    2, Verdict.WRONG_ANSWER, "differs", Optional.of(STAMP), USAGE, NOW, NOW)),
            new Provenance(
                "ab".repeat(32),
                Optional.of(5L),
                Optional.of(ROUTE),
                Optional.of(LIMITS),
                Optional.of(STAMP)),
            new Tags(Optional.of(new BatchId("b-1")), Map.of("k", "v")),
            NOW,
            NOW.plusMillis(7));
    JobResult bare =
        new JobResult(
            KEY,
            new Judgement(Verdict.REJECTED, "no", Optional.empty(), Optional.empty()),
            Output.NONE,
            Usage.NONE,
            List.of(),
            new Provenance(
                "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Tags.NONE,
            NOW,
            NOW);
    return Stream.of(new Sample<>(Codecs.RESULT, full), new Sample<>(Codecs.RESULT, bare));
  }

  private static Stream<Sample<?>> policiesAndPools() {
    return Stream.of(
        new Sample<>(
            Codecs.POLICY,
            new TenantPolicy(
                KEY.tenant(),
                4,
                new Quotas(1, 2, 3),
                LIMITS,
                LIMITS,
                Set.of("python", "bash"),
                Set.of(Tier.ISOLATE, Tier.CONTAINER),
                Set.of(new Binding("weather", "http", "{}")),
                Set.of("screening"),
                WorkerReuse.NEVER,
                2)),
        new Sample<>(
            Codecs.CAPACITY,
            new PoolCapacity(
                "e1",
                Tier.ISOLATE,
                new Offer.Available(2, Set.of("javascript")),
                Optional.of(Duration.ofNanos(12_345_000)),
                NOW)),
        new Sample<>(
            Codecs.CAPACITY,
            new PoolCapacity(
                "e1", Tier.CONTAINER, new Offer.Unavailable("no engine"), Optional.empty(), NOW)));
  }

  private static Stream<Sample<?>> small() {
    AuditRecord ofJob =
        AuditRecord.of(Stage.ROUTER, KEY, new AuditEvent.Dispatched(1, ROUTE, NOW, NOW), NOW);
    AuditRecord ofNoJob =
        AuditRecord.of(
            Stage.VALIDATOR,
            TenantId.PLATFORM,
            new AuditEvent.DeadLettered("code.submissions-0@4", "not Avro"),
            NOW);
    HashChain chain = HashChain.begin("router-0");
    return Stream.of(
        new Sample<>(Codecs.AUDIT, new AuditEntry(ofJob, chain.append(ofJob))),
        new Sample<>(Codecs.AUDIT, new AuditEntry(ofNoJob, chain.append(ofNoJob))),
        new Sample<>(Codecs.CONTROL, new CancelRequest(KEY, "not needed any more")),
        new Sample<>(
            Codecs.STATUS,
            new JobStatus(
                KEY,
                JobStatus.Phase.SETTLED,
                Optional.of(Verdict.EXPIRED),
                Optional.of(Tier.ISOLATE),
                1,
                "late",
                Optional.of(new BatchId("b")),
                NOW)),
        new Sample<>(
            Codecs.STATUS,
            new JobStatus(
                KEY,
                JobStatus.Phase.HELD,
                Optional.empty(),
                Optional.empty(),
                0,
                "quota",
                Optional.empty(),
                NOW)));
  }
}
