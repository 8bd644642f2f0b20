package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.examined;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Program;
import dev.sluice.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedLanguageRuleTest {
  private final Rule rule = new AllowedLanguageRule();

  @Test
  void a_language_of_the_policy_passes() {
    assertThat(rule.examine(examined(javascript("1")))).isEmpty();
  }

  @Test
  void another_is_denied() {
    assertThat(
            rule.examine(
                examined(TestingSubmissions.of(new Program("cobol", List.of(), "main.cob")))))
        .containsExactly(
            Finding.rejecting(
                "allowed-language",
                Verdict.POLICY_DENIED,
                "language cobol is not allowed by the policy of tenant acme"));
  }
}
