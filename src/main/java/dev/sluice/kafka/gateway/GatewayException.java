package dev.sluice.kafka.gateway;

import java.io.Serial;

/** The cluster could not be reached, or refused. The message says why, for people. */
public final class GatewayException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  GatewayException(String message) {
    super(message);
  }

  GatewayException(String message, Throwable cause) {
    super(message, cause);
  }
}
