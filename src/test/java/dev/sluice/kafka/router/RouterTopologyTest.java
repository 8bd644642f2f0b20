package dev.sluice.kafka.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.HashChain;
import dev.sluice.job.Assignment;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.JobKey;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.ledger.TestingLedger;
import dev.sluice.sandbox.Offer;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.JobStatus.Phase;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterTopologyTest {
  @TempDir private Path folder;
  private TestingRouter router;

  @BeforeEach
  void open() {
    router = new TestingRouter(folder);
    router.policyOf("a", 2, 3);
  }

  @AfterEach
  void close() {
    router.close();
  }

  @Test
  void a_submission_becomes_an_assignment_and_its_outcome_one_result() {
    router.slots("executor-1", 2);

    router.submit("a", "1");
    Assignment assignment = only(router.assignments());
    router.succeed(assignment);

    JobResult result = only(router.results());
    assertThat(result.key()).isEqualTo(JobKey.of("a", "1"));
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCEEDED);
    assertThat(router.statuses())
        .extracting(JobStatus::phase)
        .containsExactly(Phase.DISPATCHED, Phase.SETTLED);
  }

  @Test
  void records_are_keyed_by_tenant_and_statuses_by_job() {
    router.slots("executor-1", 2);

    router.submit("a", "1");

    assertThat(keyOf(only(router.records(Topics.JOBS_ISOLATE)))).isEqualTo("a");
    assertThat(keyOf(only(router.records(Topics.STATUS)))).isEqualTo("a/1");
    assertThat(keyOf(only(router.records(Topics.AUDIT)))).isEqualTo("a");
  }

  @Test
  void a_duplicate_is_audited_and_nothing_else() {
    router.slots("executor-1", 2);
    router.submit("a", "1");
    router.succeed(only(router.assignments()));
    router.audit();

    router.submit("a", "1");

    assertThat(router.assignments()).isEmpty();
    assertThat(router.results()).hasSize(1);
    assertThat(types(router.audit())).containsExactly("job.duplicate");
  }

  @Test
  void a_tenant_without_a_policy_is_judged_by_the_default_one() {
    router.slots("executor-1", 2);
    router.submit("stranger", "1");
    router.policyOf("default", 1, 1);
    router.submit("stranger", "2");

    assertThat(only(router.results()).verdict()).isEqualTo(Verdict.POLICY_DENIED);
    assertThat(only(router.assignments()).key()).isEqualTo(JobKey.of("stranger", "2"));
  }

  @Test
  void a_policy_that_cannot_be_read_lets_nobody_in() {
    router.slots("executor-1", 2);
    router.policyOf("default", 1, 1);
    router.write(Topics.TENANTS, "b", new byte[] {1, 2, 3});

    router.submit("b", "1");

    assertThat(only(router.results()).verdict()).isEqualTo(Verdict.POLICY_DENIED);
  }

  @Test
  void a_cancelled_job_that_was_held_is_settled() {
    router.submit("a", "1");

    router.cancel("a", "1");

    assertThat(only(router.results()).verdict()).isEqualTo(Verdict.CANCELLED);
  }

  @Test
  void held_jobs_go_when_an_executor_appears() {
    router.submit("a", "1");
    assertThat(router.assignments()).isEmpty();

    router.slots("executor-1", 1);

    assertThat(router.assignments()).hasSize(1);
  }

  @Test
  void slots_of_all_executors_that_run_the_language_are_counted() {
    router.policyOf("a", 100, 100);
    router.slots("executor-1", 1);
    router.slots("executor-2", 2);
    router.capacity("executor-3", new Offer.Available(50, Set.of("cobol")));
    router.capacity("executor-4", new Offer.Unavailable("no bubblewrap"));

    for (int job = 0; job < 20; job++) {
      router.submit("a", "" + job);
    }

    assertThat(router.assignments()).hasSize(3 * RouterSettings.DEFAULTS.ledger().dispatchFactor());
  }

  @Test
  void executors_whose_programs_are_short_get_more_of_them() {
    router.policyOf("a", 100, 100);
    Offer javascript = new Offer.Available(2, Set.of("javascript"));
    router.capacity("executor-1", javascript, Optional.of(Duration.ofMillis(10)));
    router.capacity("executor-2", javascript, Optional.of(Duration.ofMillis(40)));
    router.slots("executor-3", 1);

    for (int job = 0; job < 100; job++) {
      router.submit("a", "" + job);
    }

    // 25 ms each in the mean, so 100 ms' worth waits behind the one that runs, in each slot.
    assertThat(router.assignments()).hasSize(5 * (1 + 4));
  }

  @Test
  void an_executor_that_is_not_heard_of_any_more_does_not_count() {
    router.slots("executor-1", 1);
    router.pass(RouterSettings.DEFAULTS.capacityLifetime());

    router.submit("a", "1");

    assertThat(router.assignments()).isEmpty();
    assertThat(only(router.statuses()).phase()).isEqualTo(Phase.HELD);
  }

  @Test
  void a_job_that_only_unable_executors_could_run_is_settled_with_their_reason() {
    router.capacity("executor-1", new Offer.Unavailable("bubblewrap is not installed"));

    router.submit("a", "1");

    assertThat(only(router.results()).judgement().message())
        .isEqualTo("NO_POOL: bubblewrap is not installed");
  }

  @Test
  void a_lost_attempt_is_made_again_when_its_lease_is_over() {
    router.slots("executor-1", 1);
    router.submit("a", "1");
    Assignment first = only(router.assignments());

    router.pass(Duration.between(TestingLedger.START, first.lease().deadline()));
    router.slots("executor-1", 1);

    assertThat(only(router.assignments()).attempt()).isEqualTo(2);
  }

  @Test
  void what_cannot_be_read_goes_to_the_dead_letters_byte_for_byte_and_stops_nothing() {
    router.slots("executor-1", 1);
    byte[] poison = "not avro at all".getBytes(StandardCharsets.UTF_8);

    router.write(Topics.VALIDATED, "a", poison);
    router.write(Topics.OUTCOMES, null, poison);
    router.write(Topics.CONTROL, "a", null);
    router.submit("a", "1");

    List<TestRecord<byte[], byte[]>> letters = router.records(Topics.DEAD_LETTERS);
    assertThat(letters).extracting(TestRecord::value).containsExactly(poison, poison, null);
    assertThat(letters).extracting(TestRecord::key).containsExactly(bytes("a"), null, bytes("a"));
    assertThat(header(letters.getFirst(), DeadLetter.SOURCE_TOPIC)).isEqualTo("code.validated");
    assertThat(header(letters.getFirst(), DeadLetter.STAGE)).isEqualTo("router");
    assertThat(header(letters.getLast(), DeadLetter.ERROR)).isEqualTo("the record has no value");
    assertThat(types(router.audit()))
        .containsExactly(
            "record.dead-lettered",
            "record.dead-lettered",
            "record.dead-lettered",
            "job.dispatched");
    assertThat(router.assignments()).hasSize(1);
  }

  @Test
  void a_record_under_another_tenants_key_is_set_aside() {
    router.slots("executor-1", 1);

    router.submit("b", JobKey.of("a", "1"));

    assertThat(router.assignments()).isEmpty();
    assertThat(header(only(router.records(Topics.DEAD_LETTERS)), DeadLetter.ERROR))
        .isEqualTo("the record's key is not its tenant, a");
  }

  @Test
  void the_audit_trail_is_one_chain() {
    router.slots("executor-1", 1);
    for (int job = 0; job < 5; job++) {
      router.submit("a", "" + job);
    }

    List<AuditEntry> entries = router.audit();

    assertThat(entries).hasSizeGreaterThanOrEqualTo(5);
    for (int index = 0; index < entries.size(); index++) {
      AuditEntry entry = entries.get(index);
      assertThat(HashChain.covers(entry.link(), entry.record())).isTrue();
      assertThat(entry.link().chain()).isEqualTo("sluice-router-0");
      assertThat(entry.link().sequence()).isEqualTo(index + 1L);
      if (index > 0) {
        assertThat(entry.link().previousHash()).isEqualTo(entries.get(index - 1).link().hash());
      }
    }
  }

  @Test
  void a_message_of_another_type_is_set_aside() {
    router.write(
        Topics.OUTCOMES,
        "a",
        Codecs.CONTROL.encode(new CancelRequest(JobKey.of("a", "1"), "not an outcome")));

    assertThat(router.records(Topics.DEAD_LETTERS)).hasSize(1);
  }

  private static <T> T only(List<T> values) {
    assertThat(values).hasSize(1);
    return values.getFirst();
  }

  private static List<String> types(List<AuditEntry> entries) {
    return entries.stream().map(entry -> entry.record().type()).toList();
  }

  private static String keyOf(TestRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
