package dev.sluice.isolate.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.job.ByteSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private static final ByteSize LARGEST = new ByteSize(16);

  @Test
  void frames_come_back_in_order_and_then_nothing() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Frames.write(written, new byte[] {1, 2, 3});
    Frames.write(written, new byte[] {4});
    ByteArrayInputStream stream = new ByteArrayInputStream(written.toByteArray());

    assertThat(Frames.read(stream, LARGEST)).hasValue(new byte[] {1, 2, 3});
    assertThat(Frames.read(stream, LARGEST)).hasValue(new byte[] {4});
    assertThat(Frames.read(stream, LARGEST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000",
        "00000011",
        "7fffffff",
        "80000000",
        "ffffffff",
        "0000",
        "00000004010203",
        "00000010"
      })
  void a_length_that_lies_is_refused_before_anything_is_allocated(String hexadecimal) {
    ByteArrayInputStream stream = new ByteArrayInputStream(HexFormat.of().parseHex(hexadecimal));

    assertThatThrownBy(() -> Frames.read(stream, LARGEST)).isInstanceOf(ProtocolException.class);
  }
}
