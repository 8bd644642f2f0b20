package dev.sluice.isolate.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro's binary encoding of one record type, read with suspicion. Any thread. */
final class AvroMessage {
  private final Schema schema;

  private AvroMessage(Schema schema) {
    this.schema = schema;
  }

  /** The message whose schema lies beside this class. */
  static AvroMessage named(String name) {
    try (InputStream file = AvroMessage.class.getResourceAsStream(name + ".avsc")) {
      if (file == null) {
        throw new IllegalStateException("the schema of " + name + " is not on the class path");
      }
      return new AvroMessage(new Schema.Parser().parse(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Schema schema() {
    return schema;
  }

  byte[] encode(GenericRecord message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(schema).write(message, encoder);
      encoder.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The message in these bytes, all of them. */
  GenericRecord decode(byte[] bytes) throws ProtocolException {
    try {
      // A length that lies would make the reader allocate for it; skipping finds the lie for free.
      BinaryDecoder walker = DecoderFactory.get().binaryDecoder(bytes, null);
      GenericDatumReader.skip(schema, walker);
      if (!walker.isEnd()) {
        throw new ProtocolException("bytes follow the message");
      }
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
      return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    } catch (ProtocolException said) {
      throw said;
    } catch (IOException | RuntimeException nonsense) {
      throw new ProtocolException("not a message of the protocol", nonsense);
    }
  }
}
