package dev.sluice.validate;

import dev.sluice.job.TenantId;
import dev.sluice.verdict.Verdict;
import java.util.List;

/** There is a policy to judge by, and the tenant is not a name that Sluice keeps for itself. */
final class KnownTenantRule implements Rule {
  @Override
  public String name() {
    return "known-tenant";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    TenantId tenant = examination.submission().key().tenant();
    if (tenant.equals(TenantId.PLATFORM)) {
      return List.of(
          Finding.rejecting(
              name(), Verdict.POLICY_DENIED, "tenant " + tenant + " is Sluice's own"));
    }
    if (examination.policy().isEmpty()) {
      return List.of(
          Finding.rejecting(
              name(),
              Verdict.POLICY_DENIED,
              "tenant %s has no policy, and there is none for unknown tenants".formatted(tenant)));
    }
    return List.of();
  }
}
