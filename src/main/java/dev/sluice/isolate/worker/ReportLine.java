package dev.sluice.isolate.worker;

import dev.sluice.isolate.protocol.Frames;
import dev.sluice.isolate.protocol.Report;
import dev.sluice.isolate.protocol.ReportCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The line to the pool. Each report leaves at once, whole; any thread. */
final class ReportLine {
  private final OutputStream stream;

  ReportLine(OutputStream stream) {
    this.stream = stream;
  }

  synchronized void send(Report report) {
    try {
      Frames.write(stream, ReportCodec.encode(report));
    } catch (IOException poolGone) {
      throw new UncheckedIOException(poolGone);
    }
  }
}
