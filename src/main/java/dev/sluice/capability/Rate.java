package dev.sluice.capability;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;

/** How often something may be called. Any thread. */
final class Rate {
  private final int callsPerMinute;
  private final Bucket calls;

  private Rate(int callsPerMinute) {
    this.callsPerMinute = callsPerMinute;
    this.calls =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(callsPerMinute)
                        .refillGreedy(callsPerMinute, Duration.ofMinutes(1)))
            .build();
  }

  /** This many calls a minute, all at once if need be. */
  static Rate perMinute(int calls) {
    return new Rate(calls);
  }

  /** Counts a call in, or says why it is one too many. */
  Optional<Connector.Reply> refusal() {
    return calls.tryConsume(1)
        ? Optional.empty()
        : Optional.of(
            Connector.Reply.denied(
                "rate", "more than %d calls a minute".formatted(callsPerMinute)));
  }
}
