package dev.sluice.kafka.router;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes the values of the ledger's store, big-endian, texts and bytes with their length before
 * them. One use, one thread.
 */
final class Encoder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

  Encoder number(int value) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  Encoder number(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  /** So that unsigned bytes compare as the signed numbers do. */
  Encoder ordered(int value) {
    return number(value ^ Integer.MIN_VALUE);
  }

  /** So that unsigned bytes compare as the signed numbers do. */
  Encoder ordered(long value) {
    return number(value ^ Long.MIN_VALUE);
  }

  Encoder oneByte(int value) {
    bytes.write(value);
    return this;
  }

  Encoder bytes(byte[] value) {
    number(value.length);
    bytes.writeBytes(value);
    return this;
  }

  Encoder text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** To the end of the value: no length. */
  Encoder rest(String value) {
    bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Encoder instant(Instant value) {
    return number(value.getEpochSecond()).number(value.getNano());
  }

  <T> Encoder optional(Optional<T> value, BiConsumer<Encoder, T> write) {
    oneByte(value.isPresent() ? 1 : 0);
    value.ifPresent(present -> write.accept(this, present));
    return this;
  }

  <T> Encoder each(Collection<T> values, BiConsumer<Encoder, T> write) {
    number(values.size());
    values.forEach(value -> write.accept(this, value));
    return this;
  }

  byte[] done() {
    return bytes.toByteArray();
  }
}
