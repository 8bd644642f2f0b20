package dev.sluice.kafka.wire;

/**
 * A message's two forms: a domain value, and Avro's single-object encoding of it. Thread-safe.
 *
 * @param <T> the domain's type
 */
public interface Codec<T> {

  byte[] encode(T value);

  /**
   * Reads bytes that anybody may have written.
   *
   * @throws UndecodableException when they are not this message, or hold a value that the domain
   *     refuses; no other exception, whatever the bytes
   */
  T decode(byte[] bytes) throws UndecodableException;
}
