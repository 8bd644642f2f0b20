package dev.sluice.kafka.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value with suspicion: what it allocates is in proportion to the bytes that are there,
 * text is UTF-8 and nothing follows the end. An error names the field.
 *
 * <p>The bytes are read as an array, because Avro holds a claimed length against what is left of an
 * array and not of a stream. Avro's own limits are system properties that count only when they are
 * set before anybody in the process reads Avro, so nothing here depends on them.
 */
final class StrictReader<R> extends SpecificDatumReader<R> {
  /** Files, arguments, labels and attempts are counted in hundreds. */
  static final int MOST_ITEMS = 100_000;

  private static final char REPLACEMENT = '\uFFFD';

  StrictReader(Schema writer, Schema reader, SpecificData model) {
    super(writer, reader, model);
  }

  @Override
  public R read(@Nullable R reuse, Decoder stream) throws IOException {
    byte[] value = ((BinaryDecoder) stream).inputStream().readAllBytes();
    BinaryDecoder array = DecoderFactory.get().binaryDecoder(value, null);
    R message = super.read(reuse, array);
    if (!array.isEnd()) {
      throw new AvroRuntimeException(array.remainingBytes() + " bytes follow its end");
    }
    return message;
  }

  @Override
  protected void readField(
      Object message,
      Schema.Field field,
      @Nullable Object old,
      ResolvingDecoder decoder,
      @Nullable Object state)
      throws IOException {
    try {
      super.readField(message, field, old, decoder, state);
    } catch (IOException | RuntimeException e) {
      throw new AvroRuntimeException("%s: %s".formatted(field.name(), e.getMessage()), e);
    }
  }

  @Override
  protected Object readString(@Nullable Object old, Schema expected, Decoder decoder)
      throws IOException {
    Utf8 bytes = decoder.readString(null);
    String text = bytes.toString();
    if (text.indexOf(REPLACEMENT) >= 0 && !isExactly(text, bytes)) {
      throw new AvroRuntimeException("text must be UTF-8");
    }
    return text;
  }

  /** Whether decoding replaced nothing. */
  private static boolean isExactly(String text, Utf8 bytes) {
    byte[] again = text.getBytes(UTF_8);
    return Arrays.equals(again, 0, again.length, bytes.getBytes(), 0, bytes.getByteLength());
  }

  @Override
  protected void addToArray(Object array, long position, Object item) {
    requireFewerThanMost(position);
    super.addToArray(array, position, item);
  }

  @Override
  protected void addToMap(Object map, Object key, Object value) {
    requireFewerThanMost(((Map<?, ?>) map).size());
    super.addToMap(map, key, value);
  }

  private static void requireFewerThanMost(long items) {
    if (items >= MOST_ITEMS) {
      throw new AvroRuntimeException("more than %d items".formatted(MOST_ITEMS));
    }
  }
}
