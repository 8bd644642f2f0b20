package dev.sluice.isolate.language;

import dev.sluice.isolate.protocol.Report;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Where a program writes, up to its limit; one thread. The pool counts again by itself: this is
 * only what lets a program end where the limit is.
 */
public final class GuestOutput {
  /** What one report carries at most. */
  private static final int STRETCH_BYTES = 32 * 1024;

  private final BiConsumer<Report.Stream, Content> sink;
  private long remainingBytes;
  private boolean exceeded;

  public GuestOutput(ByteSize limit, BiConsumer<Report.Stream, Content> sink) {
    this.remainingBytes = limit.bytes();
    this.sink = sink;
  }

  /** Writes as much as fits; false once something did not. */
  public boolean write(Report.Stream stream, String text) {
    // A character is at least one byte, so what lies beyond cannot fit and need not be encoded.
    boolean cut = text.length() > remainingBytes;
    String fitting = cut ? text.substring(0, Math.toIntExact(remainingBytes)) : text;
    byte[] bytes = fitting.getBytes(StandardCharsets.UTF_8);
    int length = (int) Math.min(bytes.length, remainingBytes);
    for (int from = 0; from < length; from += STRETCH_BYTES) {
      int to = Math.min(length, from + STRETCH_BYTES);
      sink.accept(stream, Content.of(Arrays.copyOfRange(bytes, from, to)));
    }
    remainingBytes -= length;
    exceeded |= cut || length < bytes.length;
    return !exceeded;
  }

  /** Whether something did not fit. */
  public boolean isExceeded() {
    return exceeded;
  }
}
