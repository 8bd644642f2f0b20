package dev.sluice.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.Terms;
import dev.sluice.kafka.wire.Samples.Sample;
import dev.sluice.kafka.wire.generated.JobControl;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecsTest {
  private static final long SEED = 20_261_123L;
  private static final int MUTATIONS = 4_000;

  static Stream<Sample<?>> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_was_encoded_is_decoded_to_the_same(Sample<?> sample) throws UndecodableException {
    assertThat(roundTrip(sample)).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void no_mutation_of_the_bytes_ends_in_another_exception(Sample<?> sample) {
    byte[] valid = sample.encoded();
    Random random = new Random(SEED);
    int refused = 0;

    for (int count = 0; count < MUTATIONS; count++) {
      byte[] mutated = mutate(valid, random);
      try {
        assertEncodesAgain(sample.codec(), mutated);
      } catch (UndecodableException e) {
        refused++;
        assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1_000);
      }
    }

    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_cut_is_refused(Sample<?> sample) {
    byte[] valid = sample.encoded();

    for (int length = 0; length < valid.length; length++) {
      byte[] cut = Arrays.copyOf(valid, length);
      assertThatExceptionOfType(UndecodableException.class)
          .isThrownBy(() -> sample.codec().decode(cut));
    }
  }

  @Test
  void bytes_of_another_schema_are_refused_by_their_fingerprint() {
    byte[] control = Codecs.CONTROL.encode(new dev.sluice.job.CancelRequest(key(), ""));

    assertThatExceptionOfType(UndecodableException.class)
        .isThrownBy(() -> Codecs.SUBMISSION.decode(control))
        .withMessageContaining("not a CodeSubmission")
        .withMessageContaining("c301");
  }

  @Test
  void bytes_after_the_end_are_refused() {
    byte[] valid = Codecs.SUBMISSION.encode(submission());

    assertThatExceptionOfType(UndecodableException.class)
        .isThrownBy(() -> Codecs.SUBMISSION.decode(Arrays.copyOf(valid, valid.length + 2)))
        .withMessageContaining("2 bytes follow its end");
  }

  @Test
  void a_value_that_the_domain_refuses_is_named_with_its_field() throws IOException {
    byte[] unknown =
        new BinaryMessageEncoder<JobControl>(SpecificData.get(), JobControl.SCHEMA$)
            .encode(new JobControl("acme", "1", "explode", ""))
            .array();

    assertThatExceptionOfType(UndecodableException.class)
        .isThrownBy(() -> Codecs.CONTROL.decode(unknown))
        .withMessageContaining("action")
        .withMessageContaining("explode");
  }

  /** What has been let in never stops the stage that passes it on. */
  private static <T> void assertEncodesAgain(Codec<T> codec, byte[] bytes)
      throws UndecodableException {
    T value = codec.decode(bytes);
    byte[] again = codec.encode(value);
    assertThat(codec.decode(again)).isEqualTo(value);
  }

  private static <T> T roundTrip(Sample<T> sample) throws UndecodableException {
    return sample.codec().decode(sample.encoded());
  }

  private static byte[] mutate(byte[] valid, Random random) {
    byte[] mutated = valid.clone();
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      // Mostly behind the header: a broken fingerprint ends the reading at once.
      int at =
          random.nextInt(10) == 0 ? random.nextInt(10) : 10 + random.nextInt(valid.length - 10);
      mutated[at] = (byte) random.nextInt(256);
    }
    return mutated;
  }

  private static JobKey key() {
    return JobKey.of("acme", "1");
  }

  private static Submission submission() {
    return new Submission(
        key(),
        Program.of(Languages.BASH, "true"),
        Invocation.PLAIN,
        Terms.PLAIN,
        Tags.NONE,
        Instant.EPOCH);
  }
}
