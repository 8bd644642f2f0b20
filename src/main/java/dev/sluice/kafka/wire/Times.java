package dev.sluice.kafka.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Times in messages. They are bounded here, because what is far outside the calendar overflows
 * wherever it is next counted in other units.
 */
final class Times {
  private static final Instant END_OF_9999 = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Duration LONGEST = Duration.ofDays(365);

  private Times() {}

  static Instant instant(String field, long millis) {
    requireWithin(field, millis, END_OF_9999.toEpochMilli());
    return Instant.ofEpochMilli(millis);
  }

  static Duration measured(String field, long micros) {
    requireWithin(field, micros, micros(LONGEST));
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  private static void requireWithin(String field, long value, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("%s must be 0 to %d: %d".formatted(field, most, value));
    }
  }
}
