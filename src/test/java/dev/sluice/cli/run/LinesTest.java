package dev.sluice.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void blank_lines_are_skipped_but_counted() throws IOException {
    assertThat(read("\n  \t\r\na\r\n\nb", 100)).containsExactly("3:a\r", "5:b");
  }

  @Test
  void a_line_that_is_too_long_is_skipped_and_the_next_one_is_read() throws IOException {
    assertThat(read("x".repeat(200_000) + "\nok\n", 100_000)).containsExactly("1:too long", "2:ok");
  }

  @Test
  void a_line_may_be_as_long_as_the_limit_and_longer_than_the_buffer() throws IOException {
    String line = "y".repeat(100_000);

    assertThat(read(line + "\n", 100_000)).containsExactly("1:" + line);
  }

  @Test
  void nothing_has_no_lines() throws IOException {
    assertThat(read("", 100)).isEmpty();
  }

  private static List<String> read(String text, int maxLineBytes) throws IOException {
    List<String> read = new ArrayList<>();
    try (Lines lines =
        new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxLineBytes)) {
      for (Optional<NumberedLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        read.add(
            switch (line.get()) {
              case NumberedLine.Whole(int number, byte[] utf8) ->
                  number + ":" + new String(utf8, StandardCharsets.UTF_8);
              case NumberedLine.TooLong(int number) -> number + ":too long";
            });
      }
    }
    return read;
  }
}
