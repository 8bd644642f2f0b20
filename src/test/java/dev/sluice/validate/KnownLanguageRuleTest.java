package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.javascript;
import static dev.sluice.validate.TestingSubmissions.seenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownLanguageRuleTest {
  private final Rule rule = new KnownLanguageRule();

  @Test
  void a_language_of_the_register_passes() {
    assertThat(seenBy(rule, javascript("1"))).isEmpty();
  }

  @Test
  void another_is_rejected_with_those_there_are() {
    assertThat(
            seenBy(
                rule,
                TestingSubmissions.of(
                    new Program("JavaScript\n" + "x".repeat(100), List.of(), "main"))))
        .containsExactly(
            "language must be one of bash, javascript, python, typescript: \"JavaScript\\u000a"
                + "x".repeat(69)
                + "…\"");
  }
}
