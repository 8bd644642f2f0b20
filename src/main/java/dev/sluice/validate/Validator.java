package dev.sluice.validate;

import dev.sluice.job.Submission;
import dev.sluice.route.Routing;
import dev.sluice.tenant.Policies;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a submission: the rules of {@link Rules} in their order, until one rejects. Pure, so the
 * same submission judged twice under the same policy and at the same instant gets the same answer.
 * Any thread.
 */
public final class Validator {
  /** As many findings as one submission is given; the first ones are the ones to act on. */
  static final int MAXIMUM_FINDINGS = 50;

  private final List<Rule> rules;

  /** A validator with a parser for each language whose syntax is checked before it runs. */
  public Validator(List<SyntaxChecker> parsers) {
    this.rules = Rules.inOrder(parsers);
  }

  public ValidatedSubmission judge(Submission submission, Policies policies, Instant now) {
    Optional<TenantPolicy> policy = policies.of(submission.key().tenant());
    Examination examination = new Examination(submission, policy, now);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      List<Finding> seen = rule.examine(examination);
      seen.stream().limit(MAXIMUM_FINDINGS - findings.size()).forEach(findings::add);
      Optional<Decision.Rejected> rejected =
          seen.stream().flatMap(finding -> rejection(finding).stream()).findFirst();
      if (rejected.isPresent()) {
        return new ValidatedSubmission(submission, rejected.get(), findings);
      }
    }
    return new ValidatedSubmission(submission, acceptance(examination), findings);
  }

  private static Optional<Decision.Rejected> rejection(Finding finding) {
    return finding.rejects().map(verdict -> new Decision.Rejected(verdict, finding.message()));
  }

  private static Decision acceptance(Examination examination) {
    if (examination.policy().isPresent()
        && examination.routing().orElse(null) instanceof Routing.Routed(var route)) {
      return new Decision.Accepted(examination.policy().get().version(), route);
    }
    return new Decision.Rejected(Verdict.POLICY_DENIED, "no policy and no route to accept it by");
  }
}
