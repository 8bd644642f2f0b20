package dev.sluice.kafka.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Avro's single-object encoding of one message: {@code C3 01}, the schema's CRC-64-AVRO
 * fingerprint, the value. Reads what any released version of the schema wrote.
 */
final class AvroCodec<T, R extends SpecificRecordBase> implements Codec<T> {
  private static final int HEADER_BYTES = 10;

  private final String name;
  private final Mapping<T, R> mapping;
  private final BinaryMessageEncoder<R> encoder;
  private final BinaryMessageDecoder<R> decoder;

  AvroCodec(Schema schema, Mapping<T, R> mapping) {
    this.name = schema.getName();
    this.mapping = mapping;
    StrictModel model = new StrictModel();
    this.encoder = new BinaryMessageEncoder<>(model, schema);
    this.decoder = new BinaryMessageDecoder<>(model, schema);
    ReleasedSchemas.of(name).forEach(decoder::addSchema);
  }

  @Override
  public byte[] encode(T value) {
    try {
      var buffer = encoder.encode(mapping.toWire(value));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException impossible) {
      throw new UncheckedIOException("encoding to memory", impossible);
    }
  }

  @Override
  public T decode(byte[] bytes) throws UndecodableException {
    return toDomain(read(bytes));
  }

  private R read(byte[] bytes) throws UndecodableException {
    try {
      return decoder.decode(new ByteArrayInputStream(bytes), null);
    } catch (BadHeaderException | MissingSchemaException | IOException e) {
      throw new UndecodableException(
          "not a %s: %d bytes that begin with %s: %s"
              .formatted(name, bytes.length, beginning(bytes), e.getMessage()),
          e);
    } catch (RuntimeException e) {
      throw new UndecodableException(
          "not a %s: the value after the header cannot be read: %s".formatted(name, e.getMessage()),
          e);
    }
  }

  private T toDomain(R message) throws UndecodableException {
    try {
      return mapping.toDomain(message);
    } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
      throw new UndecodableException("not a valid %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static String beginning(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 0, Math.min(HEADER_BYTES, bytes.length));
  }
}
