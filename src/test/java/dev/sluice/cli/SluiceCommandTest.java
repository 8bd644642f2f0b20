package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SluiceCommandTest {
  @TempDir private Path folder;
  private final TestingTerminal terminal = new TestingTerminal();

  /** An installation on which nothing can be started. */
  private static final Installation BROKEN =
      new Installation() {
        @Override
        public KafkaSettings cluster(Optional<Path> configuration, Optional<String> server) {
          throw new IllegalStateException("no cluster");
        }

        @Override
        public Deployment deploy(Optional<Path> configuration, DeploymentPlan plan) {
          throw new IllegalStateException("no broker");
        }
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --help",
        "serve --help",
        "submit --help",
        "get --help",
        "cancel --help",
        "topics --help",
        "tenants --help",
        "audit --help"
      })
  void help_of_every_command_has_an_example(String line) {
    int exit = terminal.run(BROKEN, line.split(" "));

    assertThat(exit).isZero();
    assertThat(terminal.out()).contains("Example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run no-such-file.jsonl",
        "run - --tenant a/b",
        "run - --in-flight 0",
        "run - --no-such-option",
        "serve --roles validator,kitchen",
        "submit no-such-file.jsonl",
        "tenants apply no-such-file.yaml",
        "audit tail --tenant a/b",
        "no-such-command"
      })
  void what_is_used_wrongly_exits_with_2(String line) {
    assertThat(terminal.run(BROKEN, line.split(" "))).isEqualTo(2);
    assertThat(terminal.err()).isNotBlank();
  }

  @Test
  void a_platform_that_does_not_start_exits_with_3_and_says_why() throws IOException {
    Path file = folder.resolve("jobs.jsonl");
    Files.writeString(file, "{\"language\":\"bash\",\"code\":\"true\"}\n");

    int exit = terminal.run(BROKEN, "run", file.toString(), "--out", folder.resolve("out") + "");

    assertThat(exit).isEqualTo(3);
    assertThat(terminal.err()).contains("sluice: no broker");
  }

  @Test
  void a_file_of_bad_lines_needs_no_platform_and_exits_with_2() throws IOException {
    Path file = folder.resolve("jobs.jsonl");
    Files.writeString(file, "{\"language\":\"bash\",\"code\":\"true\",\"oops\":1}\n");
    Path out = folder.resolve("out.jsonl");

    int exit = terminal.run(BROKEN, "run", file.toString(), "--out", out.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(Files.readString(out)).contains("line 1: oops: unknown field");
  }

  @Test
  void results_go_to_standard_output_when_asked_and_the_summary_does_not() throws IOException {
    TestingTerminal piped = new TestingTerminal("{\"id\":\"a\"}\n");

    piped.run(BROKEN, "run", "-", "--out", "-");

    assertThat(piped.out().lines()).singleElement().asString().startsWith("{\"id\":\"a\",");
    assertThat(piped.err()).contains("REJECTED").contains("1 results in");
  }

  @Test
  void a_bad_line_that_expects_to_be_one_is_as_expected() throws IOException {
    TestingTerminal piped = new TestingTerminal("{\"labels\":{\"expect\":\"REJECTED\"}}\n");

    int exit = piped.run(BROKEN, "run", "-", "--out", "-", "--check-expected");

    assertThat(exit).isZero();
    assertThat(piped.err()).contains("1 of 1 as expected");
  }

  @Test
  void a_line_that_expects_nothing_fails_the_check() throws IOException {
    TestingTerminal piped = new TestingTerminal("{\"id\":\"a\"}\n");

    assertThat(piped.run(BROKEN, "run", "-", "--out", "-", "--check-expected")).isEqualTo(2);
  }
}
