package dev.sluice.kafka.router;

import dev.sluice.audit.AuditEntry;
import dev.sluice.job.Assignment;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.ledger.TestingLedger;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.Usage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The router's topology without a broker, its clock turned by hand. */
final class TestingRouter implements AutoCloseable {
  private final TopologyTestDriver driver;
  private Instant now = TestingLedger.START;

  TestingRouter(Path stateFolder) {
    RouterSettings settings = RouterSettings.DEFAULTS.withStateFolder(stateFolder);
    this.driver =
        new TopologyTestDriver(
            RouterTopology.of(settings),
            RouterStage.properties(
                settings,
                StateFolder.of(settings.stateFolder()),
                Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:0")),
            now);
  }

  void policyOf(String tenant, int running, int held) {
    write(Topics.TENANTS, tenant, Codecs.POLICY.encode(policy(tenant, running, held)));
  }

  void capacity(String executor, Offer offer) {
    capacity(executor, offer, Optional.empty());
  }

  void capacity(String executor, Offer offer, Optional<Duration> service) {
    PoolCapacity capacity = new PoolCapacity(executor, Tier.ISOLATE, offer, service, now);
    write(Topics.CAPACITY, executor + "/isolate", Codecs.CAPACITY.encode(capacity));
    pass(Duration.ofMillis(50));
  }

  void slots(String executor, int slots) {
    capacity(executor, new Offer.Available(slots, Set.of(Languages.JAVASCRIPT.name())));
  }

  void submit(String tenant, String job) {
    submit(tenant, JobKey.of(tenant, job));
  }

  void submit(String recordKey, JobKey key) {
    ValidatedSubmission submission = accepted(key.tenant().value(), key.job().value());
    write(Topics.VALIDATED, recordKey, Codecs.VALIDATED_SUBMISSION.encode(submission));
  }

  void succeed(Assignment assignment) {
    write(
        Topics.OUTCOMES,
        assignment.key().tenant().value(),
        Codecs.OUTCOME.encode(success(assignment, now)));
  }

  void cancel(String tenant, String job) {
    CancelRequest request = new CancelRequest(JobKey.of(tenant, job), "not needed");
    write(Topics.CONTROL, tenant, Codecs.CONTROL.encode(request));
  }

  void pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  void write(String topic, @Nullable String key, byte @Nullable [] value) {
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    input.pipeInput(new TestRecord<>(keyBytes, value, now));
  }

  List<Assignment> assignments() {
    return read(Topics.JOBS_ISOLATE, Codecs.ASSIGNMENT);
  }

  List<JobResult> results() {
    return read(Topics.RESULTS, Codecs.RESULT);
  }

  List<JobStatus> statuses() {
    return read(Topics.STATUS, Codecs.STATUS);
  }

  List<AuditEntry> audit() {
    return read(Topics.AUDIT, Codecs.AUDIT);
  }

  List<TestRecord<byte[], byte[]>> records(String topic) {
    return driver
        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private <T> List<T> read(String topic, Codec<T> codec) {
    return records(topic).stream().map(record -> decoded(codec, record.value())).toList();
  }

  static TenantPolicy policy(String tenant, int running, int held) {
    return new TenantPolicy(
        new TenantId(tenant),
        1,
        new Quotas(running, running, held),
        TestingLedger.LIMITS,
        TestingLedger.LIMITS,
        Languages.names(),
        Set.of(Tier.ISOLATE),
        Set.of(),
        Set.of(),
        WorkerReuse.TENANT,
        2);
  }

  static ValidatedSubmission accepted(String tenant, String job) {
    Submission submission =
        new Submission(
            JobKey.of(tenant, job),
            Program.of(Languages.JAVASCRIPT, "1 + 1"),
            Invocation.PLAIN,
            Terms.PLAIN,
            Tags.NONE,
            TestingLedger.START);
    return new ValidatedSubmission(
        submission,
        new Decision.Accepted(1, new Route(Tier.ISOLATE, "nothing asks for more")),
        List.of());
  }

  static AttemptOutcome success(Assignment assignment, Instant at) {
    return new AttemptOutcome(
        assignment.key(),
        assignment.attempt(),
        Optional.empty(),
        new Ending.Exited(0, Optional.of("2")),
        Output.NONE,
        Usage.NONE,
        at,
        at);
  }

  static <T> T decoded(Codec<T> codec, byte[] bytes) {
    try {
      return codec.decode(bytes);
    } catch (UndecodableException broken) {
      throw new AssertionError("the router wrote what nobody can read", broken);
    }
  }

  @Override
  public void close() {
    driver.close();
  }
}
