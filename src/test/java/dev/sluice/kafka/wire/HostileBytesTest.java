package dev.sluice.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.job.CancelRequest;
import dev.sluice.job.JobKey;
import dev.sluice.kafka.wire.Samples.Sample;
import dev.sluice.kafka.wire.generated.AttemptOutcome;
import dev.sluice.kafka.wire.generated.CodeSubmission;
import dev.sluice.kafka.wire.generated.JobControl;
import dev.sluice.kafka.wire.generated.JobStatus;
import dev.sluice.kafka.wire.generated.Stopped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bytes by somebody who means harm. No limit of Avro's is set in this process, so what refuses them
 * is ours.
 */
class HostileBytesTest {
  private static final int HEADER_BYTES = 10;
  private static final String TWO_GIGABYTES = "ecffffff0f";
  private static final String ACME = "0861636d65";

  @Test
  void a_claimed_length_of_two_gigabytes_is_refused_before_it_is_allocated() {
    assertRefused(
        Codecs.CONTROL,
        behindHeader(JobControl.class, TWO_GIGABYTES + "61636d65"),
        "tenant",
        "2147483638 bytes");
  }

  @Test
  void a_claimed_count_of_a_thousand_million_is_refused_before_it_is_allocated() {
    // No batch, and as many labels as a count can say.
    assertRefused(
        Codecs.SUBMISSION,
        behindHeader(CodeSubmission.class, "0231" + ACME + "00" + TWO_GIGABYTES),
        "labels",
        "2147483638 entries");
  }

  @Test
  void a_lie_within_a_block_that_could_be_skipped_is_found() {
    // One file in a block of 16 bytes, whose content claims two gigabytes.
    String untilFiles = "0231" + ACME + "00" + "00" + "06" + "00" + "086175746f" + "0462" + "61";
    assertRefused(
        Codecs.SUBMISSION,
        behindHeader(CodeSubmission.class, untilFiles + "01" + "20" + "0261" + TWO_GIGABYTES),
        "files: content",
        "2147483638 bytes");
  }

  @Test
  void more_items_than_any_message_has_are_refused() throws IOException {
    List<String> arguments =
        IntStream.rangeClosed(0, StrictReader.MOST_ITEMS).mapToObj(number -> "").toList();

    assertRefused(
        Codecs.SUBMISSION,
        encoded(submission().setArguments(arguments).build()),
        "arguments",
        "more than 100000 items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c0", "eda080", "e282"})
  void text_that_is_not_utf_8_is_refused(String notUtf8) {
    String length = HexFormat.of().toHexDigits((byte) notUtf8.length());
    assertRefused(
        Codecs.CONTROL,
        behindHeader(JobControl.class, ACME + "0231" + "0c63616e63656c" + length + notUtf8),
        "reason",
        "UTF-8");
  }

  @Test
  void a_replacement_character_that_was_written_as_one_is_text() throws UndecodableException {
    CancelRequest request = new CancelRequest(JobKey.of("acme", "1"), "lost: \uFFFD");

    assertThat(Codecs.CONTROL.decode(Codecs.CONTROL.encode(request))).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 253_402_300_800_000L, Long.MAX_VALUE})
  void a_time_outside_the_calendar_is_refused(long millis) throws IOException {
    assertRefused(
        Codecs.SUBMISSION,
        encoded(submission().setSubmittedAtMillis(millis).build()),
        "submittedAtMillis",
        Long.toString(millis));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
  void a_usage_that_nothing_could_have_is_refused(long micros) throws IOException {
    assertRefused(Codecs.OUTCOME, encoded(outcome(micros)), "wallMicros", Long.toString(micros));
  }

  @Test
  void a_word_that_this_release_does_not_know_is_named() throws IOException {
    JobStatus status =
        JobStatus.newBuilder()
            .setTenant("acme")
            .setJobId("1")
            .setPhase("x".repeat(1_000_000))
            .setAttempt(1)
            .setAtMillis(0)
            .build();

    assertRefused(Codecs.STATUS, encoded(status), "phase must be one of", "xxx…");
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.kafka.wire.Samples#all")
  void no_message_is_read_as_another(Sample<?> sample) {
    byte[] bytes = sample.encoded();

    Samples.all()
        .filter(other -> !other.codec().equals(sample.codec()))
        .forEach(other -> assertRefused(other.codec(), bytes, "not a ", "c301"));
  }

  private static void assertRefused(Codec<?> codec, byte[] bytes, String field, String value) {
    assertThatExceptionOfType(UndecodableException.class)
        .isThrownBy(() -> codec.decode(bytes))
        .withMessageContaining(field)
        .withMessageContaining(value)
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(1_000));
  }

  private static CodeSubmission.Builder submission() {
    return CodeSubmission.newBuilder()
        .setJobId("1")
        .setTenant("acme")
        .setLanguage("bash")
        .setFiles(List.of())
        .setEntrypoint("main.sh")
        .setSubmittedAtMillis(0);
  }

  private static AttemptOutcome outcome(long wallMicros) {
    return AttemptOutcome.newBuilder()
        .setTenant("acme")
        .setJobId("1")
        .setAttempt(1)
        .setEnding(new Stopped())
        .setStdout(ByteBuffer.allocate(0))
        .setStdoutTruncated(false)
        .setStderr(ByteBuffer.allocate(0))
        .setStderrTruncated(false)
        .setWallMicros(wallMicros)
        .setCpuMicros(0)
        .setPeakMemoryBytes(0)
        .setStartedAtMillis(0)
        .setEndedAtMillis(0)
        .build();
  }

  private static byte[] encoded(SpecificRecordBase message) throws IOException {
    return new BinaryMessageEncoder<>(SpecificData.get(), message.getSchema())
        .encode(message)
        .array();
  }

  private static byte[] behindHeader(Class<? extends SpecificRecordBase> type, String value) {
    byte[] header = Samples.headerOf(SpecificData.get().getSchema(type));
    byte[] rest = HexFormat.of().parseHex(value);
    byte[] bytes = Arrays.copyOf(header, HEADER_BYTES + rest.length);
    System.arraycopy(rest, 0, bytes, HEADER_BYTES, rest.length);
    return bytes;
  }
}
