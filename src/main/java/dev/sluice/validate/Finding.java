package dev.sluice.validate;

import dev.sluice.verdict.Verdict;
import java.util.Optional;

/**
 * Something a rule saw.
 *
 * @param rule the rule's stable name
 * @param message names the field and the value
 * @param rejects the verdict that it settles the job with; empty when it is only recorded
 */
public record Finding(String rule, String message, Optional<Verdict> rejects) {

  public static Finding recorded(String rule, String message) {
    return new Finding(rule, message, Optional.empty());
  }

  public static Finding rejecting(String rule, Verdict verdict, String message) {
    return new Finding(rule, message, Optional.of(verdict));
  }

  @Override
  public String toString() {
    return rule + ": " + message;
  }
}
