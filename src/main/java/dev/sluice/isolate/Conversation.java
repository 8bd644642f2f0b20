package dev.sluice.isolate;

import dev.sluice.isolate.protocol.Finish;
import dev.sluice.isolate.protocol.Frames;
import dev.sluice.isolate.protocol.ProtocolException;
import dev.sluice.isolate.protocol.Report;
import dev.sluice.isolate.protocol.ReportCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a worker has said so far, taken with suspicion: reports that are out of turn break the
 * conversation. Its reader speaks in, watchers listen; guarded by this.
 */
final class Conversation {
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private Optional<Running> running = Optional.empty();

  /** Why nothing more will be heard, once it is so. */
  private Optional<Throwable> over = Optional.empty();

  /** The program that is running. */
  record Running(long number, OutputCollector output, CompletableFuture<Finish> finish) {}

  /** Completes with the engine's name; fails when the worker ends before it is ready. */
  CompletableFuture<String> ready() {
    return ready;
  }

  /** A program begins. Its {@code finish} fails when the worker ends or breaks the protocol. */
  synchronized Running begin(long number, OutputCollector output) {
    Running next = new Running(number, output, new CompletableFuture<>());
    running = Optional.of(next);
    over.ifPresent(this::end);
    return next;
  }

  /**
   * Hears all that is said on a stream, to its end.
   *
   * @throws ProtocolException for bytes that are no reports, and reports that are out of turn
   */
  void hearAll(InputStream reports) throws IOException {
    Optional<byte[]> frame = Frames.read(reports, Frames.LARGEST_REPORT);
    while (frame.isPresent()) {
      hear(ReportCodec.decode(frame.get()));
      frame = Frames.read(reports, Frames.LARGEST_REPORT);
    }
  }

  synchronized void hear(Report report) throws ProtocolException {
    switch (report) {
      case Report.Ready(String engine) -> {
        if (ready.isDone() || engine.length() > 200) {
          throw new ProtocolException("a worker is ready once, and in few words");
        }
        ready.complete(engine);
      }
      case Report.Wrote(long number, Report.Stream stream, var content) ->
          require(number).output().add(stream, content);
      case Report.Ended(long number, Finish finish) -> {
        Running ended = require(number);
        running = Optional.empty();
        ended.finish().complete(finish);
      }
    }
  }

  /** Whether nothing more will be heard. */
  synchronized boolean isOver() {
    return over.isPresent();
  }

  /** Nothing more will be heard. */
  synchronized void end(Throwable why) {
    over = over.or(() -> Optional.of(why));
    ready.completeExceptionally(why);
    running.ifPresent(program -> program.finish().completeExceptionally(why));
    running = Optional.empty();
  }

  private Running require(long number) throws ProtocolException {
    return running
        .filter(program -> program.number() == number)
        .orElseThrow(
            () -> new ProtocolException("a report about program " + number + ", not running"));
  }
}
