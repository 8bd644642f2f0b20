package dev.sluice.capability;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes secrets out of what comes back, should what is called say them again: as they are, and as
 * Base64 and URL encoding write them.
 */
final class Redaction {
  private static final String MARK = "[redacted]";

  /** Longest first: one may be part of another. */
  private final List<String> traces;

  Redaction(Collection<String> values) {
    traces =
        values.stream()
            .filter(value -> !value.isEmpty())
            .flatMap(Redaction::traces)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  String redact(String text) {
    String redacted = text;
    for (String trace : traces) {
      redacted = redacted.replace(trace, MARK);
    }
    return redacted;
  }

  /** Bytes in, bytes out: whatever the encoding of the rest is. */
  byte[] redact(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String redacted = text;
    for (String trace : traces) {
      redacted =
          redacted.replace(
              new String(trace.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
              MARK);
    }
    return Objects.equals(redacted, text) ? bytes : redacted.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Stream<String> traces(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        value,
        URLEncoder.encode(value, StandardCharsets.UTF_8),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
