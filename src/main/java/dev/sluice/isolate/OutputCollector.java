package dev.sluice.isolate;

import dev.sluice.isolate.protocol.Report;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.verdict.Captured;
import dev.sluice.verdict.Output;
import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what a program writes, up to its limit, whatever its worker sends. Thread-safe: the
 * worker's reader writes, the program's watcher reads.
 */
final class OutputCollector {
  private final Map<Report.Stream, ByteArrayOutputStream> streams =
      new EnumMap<>(Report.Stream.class);
  private long remainingBytes;
  private Optional<Report.Stream> cutStream = Optional.empty();
  private Report.Stream lastStream = Report.Stream.STDOUT;

  OutputCollector(ByteSize limit) {
    this.remainingBytes = limit.bytes();
  }

  synchronized void add(Report.Stream stream, Content content) {
    lastStream = stream;
    int kept = (int) Math.min(remainingBytes, content.length());
    streams
        .computeIfAbsent(stream, _ -> new ByteArrayOutputStream())
        .write(content.toBytes(), 0, kept);
    remainingBytes -= kept;
    if (kept < content.length()) {
      cutStream = cutStream.or(() -> Optional.of(stream));
    }
  }

  /** Whether a worker sent more than its program may write. */
  synchronized boolean isExceeded() {
    return cutStream.isPresent();
  }

  /**
   * What was written.
   *
   * @param cutByWorker the worker itself stopped at the limit, so the stream written last is cut
   */
  synchronized Output output(boolean cutByWorker) {
    Optional<Report.Stream> cut =
        cutStream.or(() -> cutByWorker ? Optional.of(lastStream) : Optional.empty());
    return new Output(captured(Report.Stream.STDOUT, cut), captured(Report.Stream.STDERR, cut));
  }

  /** The program's value as JSON text. */
  synchronized Optional<String> value() {
    return Optional.ofNullable(streams.get(Report.Stream.VALUE))
        .map(bytes -> Content.of(bytes.toByteArray()).text());
  }

  private Captured captured(Report.Stream stream, Optional<Report.Stream> cut) {
    byte[] bytes =
        Optional.ofNullable(streams.get(stream))
            .map(ByteArrayOutputStream::toByteArray)
            .orElse(new byte[0]);
    return new Captured(Content.of(bytes), cut.filter(stream::equals).isPresent());
  }
}
