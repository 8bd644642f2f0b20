package dev.sluice.kafka.router;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@link Encoder} wrote. The store is our own: anything else in it is a bug, and shows
 * as an unchecked exception.
 */
final class Decoder {
  private final ByteBuffer bytes;

  Decoder(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int integer() {
    return bytes.getInt();
  }

  long number() {
    return bytes.getLong();
  }

  int orderedInteger() {
    return bytes.getInt() ^ Integer.MIN_VALUE;
  }

  long orderedNumber() {
    return bytes.getLong() ^ Long.MIN_VALUE;
  }

  int oneByte() {
    return bytes.get();
  }

  byte[] bytes() {
    return take(bytes.getInt());
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  String rest() {
    return new String(take(bytes.remaining()), StandardCharsets.UTF_8);
  }

  Instant instant() {
    return Instant.ofEpochSecond(number(), integer());
  }

  <T> Optional<T> optional(Function<Decoder, T> read) {
    return oneByte() == 1 ? Optional.of(read.apply(this)) : Optional.empty();
  }

  <T> List<T> each(Function<Decoder, T> read) {
    int size = integer();
    List<T> values = new ArrayList<>(size);
    for (int index = 0; index < size; index++) {
      values.add(read.apply(this));
    }
    return List.copyOf(values);
  }

  void skip(int length) {
    bytes.position(bytes.position() + length);
  }

  private byte[] take(int length) {
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }
}
