package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Content;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs print in an isolate is what real Node printed when it was recorded. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NodeAgreementIT {
  private static final Path PROGRAMS = Path.of("src/test/resources/recorded/javascript");
  private static final String NUMBERS = "1 2\n3\n";

  private static IsolatePool pool;

  @BeforeAll
  static void open() {
    pool =
        new IsolatePool(
            "executor-1",
            IsolateSettings.DEFAULTS.withSlots(1),
            new TestingSandboxListener(),
            InstantSource.system());
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".js"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_program_prints_what_node_printed(String name) throws IOException {
    String recorded = Files.readString(PROGRAMS.resolve(name.replace(".js", ".txt")));
    Program program =
        new Program(
            "javascript",
            List.of(new SourceFile(name, Content.of(Files.readString(PROGRAMS.resolve(name))))),
            name);

    AttemptOutcome outcome =
        pool.run(
            Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT)
                .withStdin(name.startsWith("stdin") ? NUMBERS : "")
                .running(program),
            new Cancellation());

    assertThat(said(outcome)).isEqualTo(recorded);
  }

  private static String said(AttemptOutcome outcome) {
    int code =
        switch (outcome.ending()) {
          case Ending.Exited(int exitCode, var _) -> exitCode;
          case Ending.Threw _ -> 1;
          default -> throw new AssertionError("ended otherwise: " + outcome.ending());
        };
    String stdout = outcome.output().stdout().content().text();
    String stderr = code == 0 ? "--- stderr\n" + outcome.output().stderr().content().text() : "";
    return "exit %d\n--- stdout\n%s%s".formatted(code, stdout, stderr);
  }
}
