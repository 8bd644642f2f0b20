package dev.sluice.kafka.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.HashChain;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import dev.sluice.json.TestingResults;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.broker.TestingBroker;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.JobStatus.Phase;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayIT {
  @RegisterExtension static final TestingBroker broker = new TestingBroker();

  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);
  private static final Duration TURN = Duration.ofMillis(100);

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  @Test
  void a_submission_is_durable_when_its_submitter_hears_so_and_then_in_the_audit_trail()
      throws Exception {
    Submission submission = submission("gateway-submits", "one");
    try (SubmissionSink sink =
        new SubmissionSink(broker.settings(), "test", InstantSource.fixed(NOW))) {
      Written written = sink.submit(submission).toCompletableFuture().get(30, TimeUnit.SECONDS);

      assertThat(written.topic()).isEqualTo(Topics.SUBMISSIONS);
      var record =
          broker
              .read(Topics.SUBMISSIONS, 1, found -> found.offset() == written.offset())
              .getFirst();
      assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("gateway-submits");
      assertThat(Codecs.SUBMISSION.decode(record.value())).isEqualTo(submission);
    }
    AuditEntry entry = auditOf("gateway-submits", 1).getFirst();
    assertThat(entry.record().type()).isEqualTo("job.submitted");
    assertThat(entry.record().details())
        .isEqualTo(Map.of("codeSha256", submission.program().sha256(), "channel", "test"));
  }

  @Test
  void the_audit_records_of_many_submissions_are_one_unbroken_chain() throws Exception {
    int jobs = 50;
    try (SubmissionSink sink =
        new SubmissionSink(broker.settings(), "test", InstantSource.fixed(NOW))) {
      for (int job = 0; job < jobs; job++) {
        assertThat(sink.submit(submission("gateway-chain", "job-" + job))).isNotNull();
      }
      List<AuditEntry> entries = auditOf("gateway-chain", jobs);

      for (int index = 0; index < jobs; index++) {
        AuditEntry entry = entries.get(index);
        assertThat(entry.link().sequence()).isEqualTo(index + 1);
        assertThat(HashChain.covers(entry.link(), entry.record())).isTrue();
        if (index > 0) {
          assertThat(entry.link().previousHash()).isEqualTo(entries.get(index - 1).link().hash());
        }
      }
    }
  }

  @Test
  void a_submission_that_the_cluster_does_not_take_fails_and_is_not_in_the_audit_trail() {
    KafkaSettings nobody = new KafkaSettings("127.0.0.1:1", Map.of("max.block.ms", "200"));
    try (SubmissionSink sink = new SubmissionSink(nobody, "test", InstantSource.fixed(NOW))) {
      assertThatThrownBy(
              () ->
                  sink.submit(submission("gateway-nobody", "one"))
                      .toCompletableFuture()
                      .get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(GatewayException.class)
          .hasMessageContaining("the cluster did not take the record");
    }
  }

  @Test
  void a_closed_sink_takes_nothing() {
    SubmissionSink sink = new SubmissionSink(broker.settings(), "test", InstantSource.fixed(NOW));
    sink.close();

    assertThat(sink.submit(submission("gateway-closed", "one")).toCompletableFuture())
        .isCompletedExceptionally();
  }

  @Test
  void a_wish_to_cancel_reaches_the_control_topic_under_its_tenant() throws Exception {
    CancelRequest wish = new CancelRequest(JobKey.of("gateway-cancels", "one"), "too slow");
    try (CancelSink sink = new CancelSink(broker.settings())) {
      Written written = sink.cancel(wish).toCompletableFuture().get(30, TimeUnit.SECONDS);

      var record =
          broker.read(Topics.CONTROL, 1, found -> found.offset() == written.offset()).getFirst();
      assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("gateway-cancels");
      assertThat(Codecs.CONTROL.decode(record.value())).isEqualTo(wish);
    }
  }

  @Test
  void results_are_read_from_the_oldest_and_junk_between_them_is_left_out() {
    JobResult first = result("gateway-results", "first", "1");
    JobResult second = result("gateway-results", "second", "2");
    write(first);
    broker.write(Topics.RESULTS, "gateway-results", new byte[] {1, 2, 3});
    write(second);

    try (ResultReader reader = ResultReader.open(broker.settings(), Start.EARLIEST)) {
      List<JobResult> found = new ArrayList<>();
      await()
          .until(
              () -> {
                reader.next(TURN).stream()
                    .filter(result -> result.key().tenant().value().equals("gateway-results"))
                    .forEach(found::add);
                return reader.caughtUp();
              });

      assertThat(found).containsExactly(first, second);
    }
  }

  @Test
  void a_reader_that_starts_now_sees_new_results_only() {
    write(result("gateway-now", "old", ""));
    try (ResultReader reader = ResultReader.open(broker.settings(), Start.NOW)) {
      assertThat(reader.caughtUp()).isTrue();
      write(result("gateway-now", "new", ""));

      List<JobResult> found = new ArrayList<>();
      await()
          .until(
              () -> {
                reader.next(TURN).stream()
                    .filter(result -> result.key().tenant().value().equals("gateway-now"))
                    .forEach(found::add);
                return !found.isEmpty();
              });

      assertThat(found).extracting(result -> result.key().job().value()).containsExactly("new");
    }
  }

  @Test
  void a_status_is_seen_as_it_changes() {
    JobKey key = JobKey.of("gateway-status", "one");
    try (StatusView view = new StatusView(broker.settings())) {
      await().until(() -> view.unreadiness().isEmpty());
      assertThat(view.of(key)).isEmpty();

      write(status(key, Phase.DISPATCHED));
      await().until(() -> view.of(key).map(JobStatus::phase).equals(Optional.of(Phase.DISPATCHED)));
      write(status(key, Phase.SETTLED));
      await().until(() -> view.of(key).map(JobStatus::phase).equals(Optional.of(Phase.SETTLED)));
    }
  }

  @Test
  void open_jobs_stay_in_view_when_settled_ones_are_forgotten() {
    JobKey open = JobKey.of("gateway-forgets", "open");
    JobKey old = JobKey.of("gateway-forgets", "old");
    JobKey recent = JobKey.of("gateway-forgets", "recent");
    try (StatusView view = new StatusView(broker.settings(), 1)) {
      write(status(open, Phase.HELD));
      write(status(old, Phase.SETTLED));
      write(status(recent, Phase.SETTLED));

      await().until(() -> view.of(recent).isPresent());
      assertThat(view.of(open)).isPresent();
      assertThat(view.of(old)).isEmpty();
    }
  }

  @Test
  void a_result_is_found_by_its_job() throws Exception {
    JobResult wanted = result("gateway-lookup", "wanted", "hello");
    write(result("gateway-lookup", "before", "x"));
    write(wanted);
    write(result("gateway-lookup", "after", "y"));
    try (ResultLookup lookup = new ResultLookup(broker.settings())) {
      await().until(() -> lookup.unreadiness().isEmpty());

      assertThat(lookup.of(wanted.key()).toCompletableFuture().get(30, TimeUnit.SECONDS))
          .contains(wanted);
      assertThat(
              lookup
                  .of(JobKey.of("gateway-lookup", "never"))
                  .toCompletableFuture()
                  .get(30, TimeUnit.SECONDS))
          .isEmpty();
    }
  }

  @Test
  void a_view_of_a_cluster_that_does_not_answer_says_so() {
    KafkaSettings nobody =
        new KafkaSettings("127.0.0.1:1", Map.of("default.api.timeout.ms", "500"));
    try (StatusView view = new StatusView(nobody)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(view.unreadiness().orElse("")).startsWith("cannot read code.status"));
    }
  }

  @Test
  void a_topic_that_is_not_there_is_named_with_what_to_do() {
    assertThatThrownBy(
            () ->
                TopicReader.open(
                    broker.settings(), "gateway.missing", Codecs.RESULT, Start.EARLIEST))
        .isInstanceOf(GatewayException.class)
        .hasMessage("the cluster has no topic gateway.missing: apply the topics to it first");
  }

  private static List<AuditEntry> auditOf(String tenant, int expected) {
    List<AuditEntry> entries = new ArrayList<>();
    AuditTail.Filter filter =
        new AuditTail.Filter(Optional.of(new TenantId(tenant)), Optional.empty());
    try (AuditTail tail = AuditTail.open(broker.settings(), Start.EARLIEST, filter)) {
      await()
          .until(
              () -> {
                entries.addAll(tail.next(TURN));
                return entries.size() >= expected;
              });
    }
    return entries;
  }

  private static void write(JobResult result) {
    broker.write(Topics.RESULTS, result.key().tenant().value(), Codecs.RESULT.encode(result));
  }

  private static void write(JobStatus status) {
    broker.write(Topics.STATUS, status.key().toString(), Codecs.STATUS.encode(status));
  }

  private static Submission submission(String tenant, String job) {
    return new Submission(
        JobKey.of(tenant, job),
        Program.of(Languages.JAVASCRIPT, "1 + 1"),
        Invocation.PLAIN,
        Terms.PLAIN,
        Tags.NONE,
        NOW);
  }

  private static JobStatus status(JobKey key, Phase phase) {
    return new JobStatus(
        key, phase, Optional.empty(), Optional.empty(), 1, "", Optional.empty(), NOW);
  }

  private static JobResult result(String tenant, String job, String value) {
    return TestingResults.of(JobKey.of(tenant, job), Verdict.SUCCEEDED, value, Tags.NONE);
  }
}
