package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.examined;
import static dev.sluice.validate.TestingSubmissions.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.LimitOverrides;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Terms;
import dev.sluice.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowedCapabilitiesRuleTest {
  private final Rule rule = new AllowedCapabilitiesRule();

  @Test
  void granted_capabilities_pass() {
    assertThat(rule.examine(examined(with(asking("weather"))))).isEmpty();
  }

  @Test
  void each_one_that_is_not_granted_is_denied_by_name() {
    assertThat(rule.examine(examined(with(asking("weather", "orders", "mail")))))
        .containsExactly(denied("mail"), denied("orders"));
  }

  private static Finding denied(String capability) {
    return Finding.rejecting(
        "allowed-capabilities",
        Verdict.POLICY_DENIED,
        "capability \"" + capability + "\" is not granted by the policy of tenant acme");
  }

  private static Terms asking(String... capabilities) {
    return new Terms(
        3, RequestedTier.AUTO, LimitOverrides.NONE, Set.of(capabilities), Optional.empty());
  }
}
