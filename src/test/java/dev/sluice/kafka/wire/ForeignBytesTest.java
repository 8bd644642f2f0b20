package dev.sluice.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.BatchId;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Bytes that another implementation wrote from the schemas of release 1: Node's {@code avsc} 5.7.9,
 * behind a header of its own making. They stay readable, whatever a later release adds.
 */
class ForeignBytesTest {
  private static final Instant MADE = Instant.ofEpochMilli(1_795_000_000_123L);

  @Test
  void a_submission_of_required_fields_only_is_read() throws UndecodableException {
    byte[] bytes =
        hex(
            """
            c301ba037565337f15f3066e2d310861636d6500000600086175746f0c70797468
            6f6e020e6d61696e2e7079167072696e742822c3a92229000e6d61696e2e707900
            0000000000f6f9b2e5bd68
            """);

    assertThat(Codecs.SUBMISSION.decode(bytes))
        .isEqualTo(
            new Submission(
                JobKey.of("acme", "n-1"),
                Program.of(Languages.PYTHON, "print(\"é\")"),
                Invocation.PLAIN,
                Terms.PLAIN,
                Tags.NONE,
                MADE));
  }

  @Test
  void a_submission_of_all_fields_is_read() throws UndecodableException {
    byte[] bytes =
        hex(
            """
            c301ba037565337f15f3066e2d320861636d650206622d31020c65787065637412
            535543434545444544000202c686b4e5bd680e69736f6c617465146a6176617363
            72697074020e6d61696e2e6a730231000e6d61696e2e6a7302042d760004696e02
            08484f4d450a2f776f726b000202b8170000000000020e77656174686572000206
            c3a90af6f9b2e5bd68
            """);

    assertThat(Codecs.SUBMISSION.decode(bytes))
        .isEqualTo(
            new Submission(
                JobKey.of("acme", "n-2"),
                Program.of(Languages.JAVASCRIPT, "1"),
                new Invocation(
                    List.of("-v"), Content.of("in"), Map.of("HOME", "/work"), Optional.of("é\n")),
                new Terms(
                    1,
                    RequestedTier.ISOLATE,
                    LimitOverrides.NONE.withWall(Duration.ofMillis(1_500)),
                    Set.of("weather"),
                    Optional.of(MADE.plusSeconds(9))),
                new Tags(Optional.of(new BatchId("b-1")), Map.of("expect", "SUCCEEDED")),
                MADE));
  }

  @Test
  void a_cancellation_is_read() throws UndecodableException {
    byte[] bytes =
        hex(
            """
            c301bdd57b0d539216e60861636d65066e2d310c63616e63656c266e6f74206e65
            6564656420616e79206d6f7265
            """);

    assertThat(Codecs.CONTROL.decode(bytes))
        .isEqualTo(new CancelRequest(JobKey.of("acme", "n-1"), "not needed any more"));
  }

  private static byte[] hex(String lines) {
    return HexFormat.of().parseHex(lines.replace("\n", ""));
  }
}
