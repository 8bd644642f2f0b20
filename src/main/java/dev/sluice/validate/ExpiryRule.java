package dev.sluice.validate;

import dev.sluice.verdict.Verdict;
import java.util.List;

/** The job may still start. */
final class ExpiryRule implements Rule {
  @Override
  public String name() {
    return "expiry";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    return examination
        .submission()
        .terms()
        .expiresAt()
        .filter(expiresAt -> !expiresAt.isAfter(examination.now()))
        .map(
            expiresAt ->
                Finding.rejecting(name(), Verdict.EXPIRED, "expiresAt has passed: " + expiresAt))
        .stream()
        .toList();
  }
}
