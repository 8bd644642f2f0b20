package dev.sluice.cli;

import java.io.Serial;

/** What was asked for is wrong; the message says what and how to put it right. */
public final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
