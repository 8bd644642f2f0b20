package dev.sluice.kafka.broker;

import java.io.Serial;

/** The embedded broker could not start. The message says why, for people. */
public final class BrokerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  BrokerException(String message) {
    super(message);
  }

  BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
