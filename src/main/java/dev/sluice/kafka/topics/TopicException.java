package dev.sluice.kafka.topics;

import java.io.Serial;

/** The cluster could not be asked, or refused. The message names the topic and the reason. */
public final class TopicException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  TopicException(String topic, Throwable reason) {
    super(topic + ": " + reason.getMessage(), reason);
  }
}
