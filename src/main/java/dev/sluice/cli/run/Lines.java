package dev.sluice.cli.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a stream, one at a time, each of them bounded: a line without an end does not fill
 * the memory. One thread; closes the stream.
 */
final class Lines implements AutoCloseable {
  static final int MAX_LINE_BYTES = 32 * 1024 * 1024;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream stream;
  private final int maxLineBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private int number;

  Lines(InputStream stream, int maxLineBytes) {
    this.stream = stream;
    this.maxLineBytes = maxLineBytes;
  }

  /** The next line that is not blank. */
  Optional<NumberedLine> next() throws IOException {
    while (fill()) {
      number++;
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      boolean whole = readInto(line);
      if (!whole) {
        return Optional.of(new NumberedLine.TooLong(number));
      }
      byte[] bytes = line.toByteArray();
      if (!isBlank(bytes)) {
        return Optional.of(new NumberedLine.Whole(number, bytes));
      }
    }
    return Optional.empty();
  }

  /** Reads up to and over the next line end; false when the line was longer than what is kept. */
  private boolean readInto(ByteArrayOutputStream line) throws IOException {
    boolean whole = true;
    while (fill()) {
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      int length = position - start;
      int kept = Math.min(length, maxLineBytes - line.size());
      line.write(buffer, start, kept);
      whole = whole && kept == length;
      if (position < limit) {
        position++;
        return whole;
      }
    }
    return whole;
  }

  /** Makes sure that there is a byte to read; false at the end. */
  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, stream.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte value : bytes) {
      if (value != ' ' && value != '\t' && value != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
