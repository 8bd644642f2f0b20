package dev.sluice.kafka.validator;

import static dev.sluice.validate.TestingSubmissions.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import dev.sluice.kafka.broker.TestingBroker;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.validate.TestingSyntax;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ValidatorStageIT {
  @RegisterExtension static final TestingBroker broker = new TestingBroker();

  private static final String TENANT = "validator-stage";

  private static ValidatorStage stage;

  @BeforeAll
  static void start() {
    broker.write(Topics.TENANTS, TENANT, Codecs.POLICY.encode(POLICY.of(new TenantId(TENANT))));
    stage =
        new ValidatorStage(
            broker.settings().clientProperties(Map.of()), List.of(new TestingSyntax("javascript")));
    stage.start();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void a_submission_that_is_far_too_large_is_rejected_and_not_lost() throws Exception {
    submit("large", "x".repeat(6 * 1024 * 1024));

    assertThat(judged("large").decision())
        .isEqualTo(
            new Decision.Rejected(
                Verdict.REJECTED, "code has 6291456 bytes, at most 2097152 are taken"));
  }

  @Test
  void poison_of_five_megabytes_is_set_aside_and_good_records_flow_on() throws Exception {
    byte[] poison = new byte[5_000_000];
    poison[0] = 42;
    broker.write(Topics.SUBMISSIONS, TENANT, poison);
    broker.write(Topics.SUBMISSIONS, TENANT, null);
    submit("good", "1");

    assertThat(judged("good").decision()).isInstanceOf(Decision.Accepted.class);
    broker.read(Topics.DEAD_LETTERS, 1, record -> Arrays.equals(record.value(), poison));
    broker.read(
        Topics.DEAD_LETTERS, 1, record -> record.value() == null && keyOf(record).equals(TENANT));
  }

  private static void submit(String job, String code) {
    Submission submission =
        new Submission(
            JobKey.of(TENANT, job),
            Program.of(Languages.JAVASCRIPT, code),
            Invocation.PLAIN,
            Terms.PLAIN,
            Tags.NONE,
            Instant.now());
    broker.write(Topics.SUBMISSIONS, TENANT, Codecs.SUBMISSION.encode(submission));
  }

  private static ValidatedSubmission judged(String job) throws UndecodableException {
    byte[] value =
        broker
            .read(
                Topics.VALIDATED,
                1,
                record -> keyOf(record).equals(TENANT) && decoded(record).endsWith("/" + job))
            .getFirst()
            .value();
    return Codecs.VALIDATED_SUBMISSION.decode(value);
  }

  private static String decoded(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Codecs.VALIDATED_SUBMISSION.decode(record.value()).submission().key().toString();
    } catch (UndecodableException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String keyOf(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
