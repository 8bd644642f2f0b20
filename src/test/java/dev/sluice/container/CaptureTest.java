package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.sluice.job.ByteSize;
import dev.sluice.verdict.Output;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureTest {
  private int wakes;
  private final Capture capture = new Capture("nonce", () -> wakes++);

  @BeforeEach
  void allow_ten_bytes() {
    capture.allow(new ByteSize(10));
  }

  @Test
  void the_report_is_no_part_of_the_output() {
    stdout("nonce:run\nhello");

    assertThat(capture.phase()).isEqualTo(Phase.RUNNING);
    assertThat(text(capture.output())).isEqualTo("hello");
    assertThat(wakes).isPositive();
  }

  @Test
  void a_report_may_come_in_pieces() {
    stdout("nonce:r");
    stdout("un\nhel");
    stdout("lo");

    assertThat(text(capture.output())).isEqualTo("hello");
  }

  @Test
  void a_report_without_the_nonce_is_none() {
    stdout("other:run\nhello");

    assertThat(capture.phase()).isEqualTo(Phase.PREPARING);
    assertThat(capture.output()).isEqualTo(Output.NONE);
  }

  @Test
  void a_program_cannot_report_again() {
    stdout("nonce:run\n");
    stdout("nonce:check\n");

    assertThat(capture.phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void what_a_failed_check_prints_is_not_output_of_the_program() {
    stdout("nonce:check\nwrong\n");

    assertThat(capture.words()).isEqualTo("wrong");
    assertThat(capture.output()).isEqualTo(Output.NONE);
  }

  @Test
  void both_streams_share_the_limit_and_the_one_that_is_cut_says_so() {
    stdout("nonce:run\n123456");
    stderr("abcdef");
    stdout("7");

    assertThat(capture.exceeded()).isTrue();
    assertThat(text(capture.output())).isEqualTo("123456");
    assertThat(capture.output().stderr().content().text()).isEqualTo("abcd");
    assertThat(capture.output().stderr().truncated()).isTrue();
  }

  @Test
  void output_of_just_the_limit_is_whole() {
    stdout("nonce:run\n1234567890");

    assertThat(capture.exceeded()).isFalse();
    assertThat(capture.output().stdout().truncated()).isFalse();
  }

  @Test
  void an_endless_line_is_no_report_and_is_not_kept_for_ever() {
    stdout("x".repeat(10_000));

    assertThat(capture.phase()).isEqualTo(Phase.PREPARING);
    assertThat(capture.exceeded()).isTrue();
  }

  private void stdout(String text) {
    capture.onNext(new Frame(StreamType.STDOUT, text.getBytes(StandardCharsets.UTF_8)));
  }

  private void stderr(String text) {
    capture.onNext(new Frame(StreamType.STDERR, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Output output) {
    return output.stdout().content().text();
  }
}
