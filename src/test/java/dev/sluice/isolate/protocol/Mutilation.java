package dev.sluice.isolate.protocol;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages and mixes honest bytes, the same way for the same seed. */
public final class Mutilation {
  private static final int MOST_DAMAGES = 6;

  private final Random random;
  private final List<byte[]> honest;

  public Mutilation(Random random, List<byte[]> honest) {
    this.random = random;
    this.honest = honest;
  }

  /** Other bytes each time. */
  public byte[] next() {
    byte[] bytes = any();
    for (int left = random.nextInt(MOST_DAMAGES); left > 0; left--) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes) {
    if (bytes.length == 0) {
      return any();
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> joined(bytes, any());
      case 2 -> joined(Arrays.copyOf(bytes, at), any());
      case 3 -> joined(any(), Arrays.copyOfRange(bytes, at, bytes.length));
      case 4 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(Byte.SIZE)));
      default -> with(bytes, at, (byte) random.nextInt());
    };
  }

  private byte[] any() {
    return honest.get(random.nextInt(honest.size()));
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
