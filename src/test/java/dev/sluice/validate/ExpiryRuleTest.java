package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.NOW;
import static dev.sluice.validate.TestingSubmissions.examined;
import static dev.sluice.validate.TestingSubmissions.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.LimitOverrides;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Terms;
import dev.sluice.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpiryRuleTest {
  private final Rule rule = new ExpiryRule();

  @Test
  void a_job_without_an_expiry_passes() {
    assertThat(rule.examine(examined(with(Terms.PLAIN)))).isEmpty();
  }

  @Test
  void a_job_that_expires_later_passes() {
    assertThat(rule.examine(examined(with(expiring(NOW.plusMillis(1)))))).isEmpty();
  }

  @Test
  void a_job_that_expires_now_has_expired() {
    assertThat(rule.examine(examined(with(expiring(NOW)))))
        .containsExactly(
            Finding.rejecting("expiry", Verdict.EXPIRED, "expiresAt has passed: " + NOW));
  }

  private static Terms expiring(Instant at) {
    return new Terms(3, RequestedTier.AUTO, LimitOverrides.NONE, Set.of(), Optional.of(at));
  }
}
