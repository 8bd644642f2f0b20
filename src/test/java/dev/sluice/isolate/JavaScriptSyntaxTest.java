package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.job.Content;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptSyntaxTest {
  private static final JavaScriptSyntax SYNTAX = new JavaScriptSyntax();

  @AfterAll
  static void close() {
    SYNTAX.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "const f = async ({ a = 1, ...rest }) => (await a) ?? rest?.x;",
        "class A { #p = 1n; static { this.q = /x+/v; } }",
        "import { a } from './a.js';\nexport default a;",
        "throw new Error('only if it ran')",
        "for (;;);"
      })
  void a_program_has_no_error_and_does_not_run(String code) {
    assertThat(error(code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"let x = ;", "function (", "'unclosed", "def f():\n  pass", "{{{"})
  void what_is_not_a_program_has_an_error_with_its_position(String code) {
    assertThat(error(code))
        .hasValueSatisfying(words -> assertThat(words).contains("SyntaxError", "main.js:"));
  }

  @Test
  void every_source_file_is_parsed() {
    Program program =
        new Program(
            "javascript",
            List.of(
                new SourceFile("main.js", Content.of("require('./lib/broken')")),
                new SourceFile("lib/broken.js", Content.of("exports.x = (;")),
                new SourceFile("notes.txt", Content.of("(not code"))),
            "main.js");

    assertThat(SYNTAX.firstError(program))
        .hasValueSatisfying(words -> assertThat(words).contains("lib/broken.js:1:"));
  }

  @Test
  void nesting_too_deep_for_the_parser_neither_breaks_it_nor_the_caller() {
    assertThatCode(() -> error("[".repeat(500_000))).doesNotThrowAnyException();

    assertThat(error("let x = ;")).isPresent();
    assertThat(error("let x = 1;")).isEmpty();
  }

  private static Optional<String> error(String code) {
    return SYNTAX.firstError(Program.of(Languages.JAVASCRIPT, code));
  }
}
