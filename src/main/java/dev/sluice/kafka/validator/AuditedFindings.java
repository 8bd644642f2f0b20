package dev.sluice.kafka.validator;

import dev.sluice.validate.Finding;
import dev.sluice.validate.SyntaxRule;
import java.util.List;

/**
 * Findings as the audit trail may hold them: all of what was seen, but none of the code, which a
 * parser's words quote.
 */
final class AuditedFindings {
  private AuditedFindings() {}

  static List<String> of(List<Finding> findings) {
    return findings.stream()
        .map(
            finding -> finding.rule().equals(SyntaxRule.NAME) ? finding.rule() : finding.toString())
        .toList();
  }
}
