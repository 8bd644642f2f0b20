package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.NOW;
import static dev.sluice.validate.TestingSubmissions.POLICY;
import static dev.sluice.validate.TestingSubmissions.examined;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.job.TenantId;
import dev.sluice.verdict.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownTenantRuleTest {
  private final Rule rule = new KnownTenantRule();

  @Test
  void a_tenant_with_a_policy_passes() {
    assertThat(rule.examine(examined(javascript("1")))).isEmpty();
  }

  @Test
  void a_tenant_without_one_is_denied() {
    assertThat(rule.examine(new Examination(javascript("1"), Optional.empty(), NOW)))
        .containsExactly(
            Finding.rejecting(
                "known-tenant",
                Verdict.POLICY_DENIED,
                "tenant acme has no policy, and there is none for unknown tenants"));
  }

  @Test
  void nobody_submits_in_the_name_of_the_platform() {
    Submission plain = javascript("1");
    Submission claimed =
        new Submission(
            new JobKey(TenantId.PLATFORM, new JobId("a")),
            plain.program(),
            plain.invocation(),
            plain.terms(),
            plain.tags(),
            plain.submittedAt());

    assertThat(rule.examine(new Examination(claimed, Optional.of(POLICY), NOW)))
        .extracting(Finding::message)
        .containsExactly("tenant _platform is Sluice's own");
  }
}
