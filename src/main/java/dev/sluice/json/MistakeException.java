package dev.sluice.json;

import java.io.Serial;

/** Carries a mistake from a field to the reader; never leaves the package. */
final class MistakeException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  MistakeException(String field, String reason) {
    super(field + ": " + reason, null, false, false);
    this.field = field;
    this.reason = reason;
  }

  Mistake mistake() {
    return new Mistake(field, reason);
  }
}
