package dev.sluice.kafka.validator;

import static dev.sluice.validate.TestingSubmissions.POLICY;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.ChainLink;
import dev.sluice.audit.HashChain;
import dev.sluice.job.Program;
import dev.sluice.job.Submission;
import dev.sluice.job.TenantId;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.validate.SyntaxChecker;
import dev.sluice.validate.TestingSubmissions;
import dev.sluice.validate.TestingSyntax;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.validate.Validator;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValidatorTopologyTest {
  private final TopologyTestDriver driver = driver(new TestingSyntax("javascript"));

  private final TestInputTopic<byte @Nullable [], byte @Nullable []> submissions =
      driver.createInputTopic(
          Topics.SUBMISSIONS, new ByteArraySerializer(), new ByteArraySerializer());
  private final TestOutputTopic<byte[], byte[]> validated = output(Topics.VALIDATED);
  private final TestOutputTopic<byte[], byte[]> audit = output(Topics.AUDIT);
  private final TestOutputTopic<byte @Nullable [], byte @Nullable []> deadLetters =
      output(Topics.DEAD_LETTERS);

  @BeforeEach
  void publish_a_policy() {
    policies().pipeInput(utf8("acme"), Codecs.POLICY.encode(POLICY));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void a_good_submission_becomes_one_accepted_record_under_its_tenant() throws Exception {
    submit(javascript("1"));

    TestRecord<byte[], byte[]> record = validated.readRecord();
    assertThat(record.key()).isEqualTo(utf8("acme"));
    ValidatedSubmission judged = Codecs.VALIDATED_SUBMISSION.decode(record.value());
    assertThat(judged.submission()).isEqualTo(javascript("1"));
    assertThat(judged.decision())
        .isInstanceOfSatisfying(
            Decision.Accepted.class, accepted -> assertThat(accepted.policyVersion()).isEqualTo(7));
    assertThat(validated.isEmpty()).isTrue();
    assertThat(trail()).extracting(AuditRecord::type).containsExactly("job.validated");
  }

  @Test
  void a_bad_submission_becomes_one_rejected_record_and_its_code_is_not_in_the_trail()
      throws Exception {
    submit(javascript("secretive(("));

    assertThat(judged())
        .extracting(ValidatedSubmission::decision)
        .satisfiesExactly(
            decision ->
                assertThat(decision)
                    .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        rejected ->
                            assertThat(rejected.verdict()).isEqualTo(Verdict.COMPILE_ERROR)));
    assertThat(trail())
        .satisfiesExactly(
            record -> {
              assertThat(record.type()).isEqualTo("job.rejected");
              assertThat(record.details()).containsEntry("findings", "syntax");
            });
  }

  @Test
  void a_submission_is_judged_by_the_policy_of_the_moment() throws Exception {
    policies().pipeInput(utf8("acme"), (byte[]) null);
    submit(javascript("1"));
    policies().pipeInput(utf8(TenantId.DEFAULT.value()), Codecs.POLICY.encode(POLICY));
    submit(javascript("1"));

    assertThat(judged())
        .extracting(judged -> judged.decision() instanceof Decision.Accepted)
        .containsExactly(false, true);
  }

  @Test
  void a_policy_that_cannot_be_read_turns_its_tenant_away() throws Exception {
    policies().pipeInput(utf8("acme"), utf8("nonsense"));
    policies().pipeInput((byte[]) null, utf8("nonsense"));
    submit(javascript("1"));

    assertThat(judged())
        .extracting(judged -> judged.decision() instanceof Decision.Accepted)
        .containsExactly(false);
  }

  static Stream<Arguments> poison() {
    byte[] random = new byte[300];
    new Random(20261123).nextBytes(random);
    byte[] wrongFingerprint = Codecs.SUBMISSION.encode(javascript("1"));
    wrongFingerprint[5] ^= 1;
    byte[] cut = Codecs.SUBMISSION.encode(javascript("1"));
    return Stream.of(
        Arguments.of("random bytes", utf8("acme"), random),
        Arguments.of("no bytes", utf8("acme"), new byte[0]),
        Arguments.of("a wrong fingerprint", utf8("acme"), wrongFingerprint),
        Arguments.of("another message", utf8("acme"), Codecs.POLICY.encode(POLICY)),
        Arguments.of("half a message", utf8("acme"), java.util.Arrays.copyOf(cut, cut.length / 2)),
        Arguments.of("another tenant's key", utf8("other"), cut),
        Arguments.of("a key that is no text", new byte[] {(byte) 0xff, 0}, cut),
        Arguments.of("no value", utf8("acme"), null),
        Arguments.of("neither key nor value", null, null),
        Arguments.of("5 MB", utf8("acme"), new byte[5_000_000]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("poison")
  void poison_is_set_aside_byte_for_byte_and_good_records_flow_on(
      String what, byte @Nullable [] key, byte @Nullable [] value) throws Exception {
    submit(javascript("1"));
    submissions.pipeInput(
        new TestRecord<>(key, value, new RecordHeaders().add("trace", utf8("t-1"))));
    submit(javascript("2"));

    TestRecord<byte @Nullable [], byte @Nullable []> letter = deadLetters.readRecord();
    assertThat(letter.key()).isEqualTo(key);
    assertThat(letter.value()).isEqualTo(value);
    assertThat(header(letter, DeadLetter.SOURCE_TOPIC)).isEqualTo(Topics.SUBMISSIONS);
    assertThat(header(letter, DeadLetter.SOURCE_PARTITION)).isEqualTo("0");
    assertThat(header(letter, DeadLetter.SOURCE_OFFSET)).isEqualTo("1");
    assertThat(header(letter, DeadLetter.STAGE)).isEqualTo("validator");
    assertThat(header(letter, DeadLetter.ERROR)).isNotBlank();
    assertThat(header(letter, "trace")).isEqualTo("t-1");
    assertThat(deadLetters.isEmpty()).isTrue();
    assertThat(judged()).hasSize(2);
    assertThat(trail())
        .extracting(AuditRecord::type)
        .containsExactly("job.validated", "record.dead-lettered", "job.validated");
  }

  @Test
  void a_record_without_a_key_is_taken_by_what_it_says() throws Exception {
    submissions.pipeInput((byte[]) null, Codecs.SUBMISSION.encode(javascript("1")));

    assertThat(validated.readRecord().key()).isEqualTo(utf8("acme"));
  }

  @Test
  void a_parser_that_fails_does_not_stop_the_stage_and_the_job_has_its_answer() throws Exception {
    try (TopologyTestDriver fragile = driver(new FailingSyntax())) {
      TestInputTopic<byte[], byte[]> input =
          fragile.createInputTopic(
              Topics.SUBMISSIONS, new ByteArraySerializer(), new ByteArraySerializer());
      fragile
          .createInputTopic(Topics.TENANTS, new ByteArraySerializer(), new ByteArraySerializer())
          .pipeInput(utf8("acme"), Codecs.POLICY.encode(POLICY));

      input.pipeInput(utf8("acme"), Codecs.SUBMISSION.encode(javascript("1")));

      byte[] value =
          fragile
              .createOutputTopic(
                  Topics.VALIDATED, new ByteArrayDeserializer(), new ByteArrayDeserializer())
              .readValue();
      assertThat(Codecs.VALIDATED_SUBMISSION.decode(value).decision())
          .isEqualTo(
              new Decision.Rejected(
                  Verdict.PLATFORM_FAILURE, "the validator failed on it: StackOverflowError"));
    }
  }

  @Test
  void the_trail_is_an_unbroken_chain() throws Exception {
    submit(javascript("1"));
    submissions.pipeInput(utf8("acme"), utf8("nonsense"));
    submit(javascript("(("));

    List<AuditEntry> entries = decoded(audit, Codecs.AUDIT);
    assertThat(entries).allMatch(entry -> HashChain.covers(entry.link(), entry.record()));
    assertThat(entries)
        .extracting(AuditEntry::link)
        .extracting(ChainLink::sequence)
        .containsExactly(1L, 2L, 3L);
    assertThat(entries.get(1).link().previousHash()).isEqualTo(entries.get(0).link().hash());
    assertThat(entries.get(2).link().previousHash()).isEqualTo(entries.get(1).link().hash());
  }

  @Test
  void the_largest_submission_that_is_taken_is_judged_into_a_record_that_fits() throws Exception {
    submit(javascript("x".repeat(2 * 1024 * 1024)));

    assertThat(validated.readValue()).hasSizeLessThan(4 * 1024 * 1024 - 64 * 1024);
  }

  private void submit(Submission submission) {
    submissions.pipeInput(utf8("acme"), Codecs.SUBMISSION.encode(submission));
  }

  private TestInputTopic<byte @Nullable [], byte @Nullable []> policies() {
    return driver.createInputTopic(
        Topics.TENANTS, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private List<ValidatedSubmission> judged() throws UndecodableException {
    return decoded(validated, Codecs.VALIDATED_SUBMISSION);
  }

  private List<AuditRecord> trail() throws UndecodableException {
    return decoded(audit, Codecs.AUDIT).stream().map(AuditEntry::record).toList();
  }

  private static <T> List<T> decoded(TestOutputTopic<byte[], byte[]> topic, Codec<T> codec)
      throws UndecodableException {
    List<T> values = new ArrayList<>();
    for (byte[] value : topic.readValuesToList()) {
      values.add(codec.decode(value));
    }
    return values;
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static TopologyTestDriver driver(SyntaxChecker parser) {
    return new TopologyTestDriver(
        ValidatorTopology.of(new Validator(List.of(parser)), "test"),
        ValidatorStage.properties(Map.of("bootstrap.servers", "127.0.0.1:1")),
        TestingSubmissions.NOW);
  }

  private static String header(
      TestRecord<byte @Nullable [], byte @Nullable []> record, String name) {
    Header header = record.headers().lastHeader(name);
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A parser that goes deeper than its stack. */
  private record FailingSyntax() implements SyntaxChecker {
    @Override
    public String language() {
      return "javascript";
    }

    @Override
    public Optional<String> firstError(Program program) {
      throw new StackOverflowError();
    }
  }
}
