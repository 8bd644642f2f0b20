package dev.sluice.isolate.protocol;

import dev.sluice.job.ByteSize;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Byte frames on a stream: four bytes of length, high byte first, then so many bytes. */
public final class Frames {
  /** A program with its files and input, and then some. */
  public static final ByteSize LARGEST_ORDER = ByteSize.ofMebibytes(64);

  /** A stretch of output or an error text, and then some. */
  public static final ByteSize LARGEST_REPORT = ByteSize.ofKibibytes(128);

  private Frames() {}

  /**
   * The next frame, or empty where the stream ends between two frames.
   *
   * @throws ProtocolException for a length that is negative, zero or above the largest, or a stream
   *     that ends within a frame
   */
  public static Optional<byte[]> read(InputStream stream, ByteSize largest) throws IOException {
    int first = stream.read();
    if (first < 0) {
      return Optional.empty();
    }
    DataInputStream data = new DataInputStream(stream);
    try {
      int length = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
      if (length <= 0 || length > largest.bytes()) {
        throw new ProtocolException(
            "a frame must have 1 to " + largest.bytes() + " bytes: " + length);
      }
      byte[] frame = new byte[length];
      data.readFully(frame);
      return Optional.of(frame);
    } catch (EOFException cut) {
      throw new ProtocolException("the stream ended within a frame", cut);
    }
  }

  /** Writes and flushes one frame; callers take turns. */
  public static void write(OutputStream stream, byte[] frame) throws IOException {
    DataOutputStream data = new DataOutputStream(stream);
    data.writeInt(frame.length);
    data.write(frame);
    data.flush();
  }
}
