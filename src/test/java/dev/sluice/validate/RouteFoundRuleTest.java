package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.NOW;
import static dev.sluice.validate.TestingSubmissions.allowing;
import static dev.sluice.validate.TestingSubmissions.examined;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.verdict.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteFoundRuleTest {
  private final Rule rule = new RouteFoundRule();

  @Test
  void a_program_with_a_route_passes() {
    assertThat(rule.examine(examined(javascript("1")))).isEmpty();
  }

  @Test
  void a_program_that_the_policy_keeps_from_its_tier_is_denied() {
    assertThat(
            rule.examine(
                new Examination(
                    javascript("require('fs')"), Optional.of(allowing(Tier.ISOLATE)), NOW)))
        .extracting(Finding::rejects)
        .containsExactly(Optional.of(Verdict.POLICY_DENIED));
  }

  @Test
  void a_program_that_no_pool_runs_yet_is_rejected() {
    assertThat(rule.examine(examined(TestingSubmissions.of(Languages.TYPESCRIPT, "1"))))
        .containsExactly(
            Finding.rejecting(
                "route", Verdict.REJECTED, "language typescript: no pool runs it yet"));
  }
}
