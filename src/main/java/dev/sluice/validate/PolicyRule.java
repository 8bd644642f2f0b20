package dev.sluice.validate;

import dev.sluice.tenant.TenantPolicy;
import dev.sluice.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** A rule that holds a submission against its tenant's policy. */
sealed interface PolicyRule extends Rule
    permits AllowedLanguageRule, AllowedCapabilitiesRule, AllowedLimitsRule {

  /** What the policy says no to, in words. */
  Stream<String> denials(Examination examination, TenantPolicy policy);

  @Override
  default List<Finding> examine(Examination examination) {
    return examination.policy().stream()
        .flatMap(policy -> denials(examination, policy))
        .map(denial -> Finding.rejecting(name(), Verdict.POLICY_DENIED, denial))
        .toList();
  }
}
