package dev.sluice.kafka.wire;

import java.io.Serial;

/** Bytes that are not the message they should be. The message names the field and the value. */
public final class UndecodableException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public UndecodableException(String message) {
    super(message);
  }

  public UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
