package dev.sluice.validate;

import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.verdict.Verdict;
import java.util.List;

/**
 * A submission with the validator's decision. Rejected ones go on to the router too, so that
 * results have one writer.
 *
 * @param findings all of them, in the order of the rules
 */
public record ValidatedSubmission(
    Submission submission, Decision decision, List<Finding> findings) {

  public ValidatedSubmission {
    findings = List.copyOf(findings);
  }

  /** Whether it may run. */
  public sealed interface Decision {
    /** It may, judged by this version of its tenant's policy, and runs where the route says. */
    record Accepted(long policyVersion, Route route) implements Decision {}

    /** It may not, for the first finding that rejects. */
    record Rejected(Verdict verdict, String message) implements Decision {}
  }
}
