package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every language's programs may rely on, each with files of their own beside the first. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanguagesIT {

  static Stream<Arguments> programs() {
    return Stream.of(
        arguments(
            program(
                "python",
                "app/main.py",
                """
                import os, sys
                from greeting import greet
                with open("data/name.txt") as name:
                    greet(name.read(), sys.argv[1], os.environ["MOOD"], sys.stdin.read())
                """,
                "app/greeting.py",
                "def greet(*words): print(*words)")),
        arguments(
            program(
                "javascript",
                "app/main.js",
                """
                const fs = require("fs");
                const { greet } = require("./greeting");
                const name = fs.readFileSync("data/name.txt", "utf8");
                greet(name, process.argv[2], process.env.MOOD, fs.readFileSync(0, "utf8"));
                """,
                "app/greeting.js",
                "exports.greet = (...words) => console.log(...words);")),
        arguments(
            program(
                "bash",
                "app/main.sh",
                """
                . app/greeting.sh
                greet "$(cat data/name.txt)" "$1" "$MOOD" "$(cat)"
                """,
                "app/greeting.sh",
                "greet() { echo \"$@\"; }")));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void files_arguments_variables_and_input_reach_the_program(Program program) {
    Invocation invocation =
        new Invocation(
            List.of("two words"),
            Content.of("from input"),
            Map.of("MOOD", "good"),
            Optional.empty());
    try (ContainerPool pool = TestingEngine.pool(new TestingSandboxListener())) {

      AttemptOutcome outcome =
          pool.run(
              Assignments.in(Tier.CONTAINER, Languages.BASH)
                  .withInvocation(invocation)
                  .running(program),
              new Cancellation());

      assertThat(outcome.output().stderr().content().text()).isEmpty();
      assertThat(outcome.output().stdout().content().text())
          .isEqualTo("Ada two words good from input\n");
      assertThat(outcome.ending()).isEqualTo(new Ending.Exited(0, Optional.empty()));
    }
  }

  private static Program program(
      String language, String main, String code, String beside, String more) {
    return new Program(
        language,
        List.of(
            new SourceFile(main, Content.of(code)),
            new SourceFile(beside, Content.of(more)),
            new SourceFile("data/name.txt", Content.of("Ada"))),
        main);
  }
}
