package dev.sluice.kafka.wire;

/**
 * A message's two shapes: the domain's and the schema's.
 *
 * @param <T> the domain's type
 * @param <R> the generated class
 */
interface Mapping<T, R> {

  R toWire(T value);

  /**
   * Reads a record that anybody may have written.
   *
   * @throws IllegalArgumentException when the domain refuses a value; the message names the field
   *     and the value
   */
  T toDomain(R message);
}
