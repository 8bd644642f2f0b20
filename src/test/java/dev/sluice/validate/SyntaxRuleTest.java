package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.examined;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static dev.sluice.validate.TestingSubmissions.seenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxRuleTest {
  private final Rule rule = new SyntaxRule(List.of(new TestingSyntax("javascript")));

  @Test
  void a_program_that_parses_passes() {
    assertThat(seenBy(rule, javascript("f(())"))).isEmpty();
  }

  @Test
  void a_program_that_does_not_is_rejected_with_the_words_of_the_parser() {
    assertThat(rule.examine(examined(javascript("f((\u0007)"))))
        .containsExactly(
            Finding.rejecting(
                "syntax", Verdict.COMPILE_ERROR, "1 bracket is left open in\nf((\\u0007)"));
  }

  @Test
  void a_program_for_a_container_is_left_to_its_own_compiler() {
    assertThat(seenBy(rule, javascript("require('fs'"))).isEmpty();
  }

  @Test
  void a_language_without_a_parser_passes() {
    Rule without = new SyntaxRule(List.of(new TestingSyntax("python")));

    assertThat(seenBy(without, javascript("f(("))).isEmpty();
  }

  @Test
  void the_words_of_the_parser_are_cut() {
    assertThat(seenBy(rule, javascript("(".repeat(10_000))).getFirst()).hasSizeLessThan(2_010);
  }
}
