package dev.sluice.cli.run;

import dev.sluice.job.Submission;
import dev.sluice.json.Reading;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Submits every good line of an input and tells of each when it is durable. Once, in one thread.
 */
public final class Submitting {
  private static final int UNACKNOWLEDGED = 1_000;

  private final InputFile input;
  private final LineReader reader;
  private final Pipeline pipeline;
  private final Queue<Sent> sent = new ArrayDeque<>();
  private int refused;
  private int notAcknowledged;

  private record Sent(Submission submission, CompletableFuture<?> acknowledgement) {}

  public Submitting(InputFile input, LineReader reader, Pipeline pipeline) {
    this.input = input;
    this.reader = reader;
    this.pipeline = pipeline;
  }

  /**
   * Submits all lines and waits for their acknowledgements.
   *
   * @param submitted hears {@code tenant/id} of what is durable
   * @param wrong hears of lines that are not, and why
   */
  public void run(Consumer<String> submitted, Consumer<String> wrong) throws IOException {
    try (Lines lines = input.lines()) {
      for (Optional<NumberedLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        switch (reader.read(line.get())) {
          case Reading.Clear(Submission submission, boolean _) ->
              sent.add(new Sent(submission, pipeline.submit(submission).toCompletableFuture()));
          case Reading.Faulty faulty -> {
            refused++;
            wrong.accept("line " + line.get().number() + ": " + faulty.mistake());
          }
        }
        acknowledge(UNACKNOWLEDGED, submitted, wrong);
      }
      acknowledge(0, submitted, wrong);
    }
  }

  /** Waits until no more than so many are not acknowledged yet. */
  private void acknowledge(int left, Consumer<String> submitted, Consumer<String> wrong) {
    for (Sent next = sent.peek(); next != null && sent.size() > left; next = sent.peek()) {
      sent.remove();
      String key = next.submission().key().toString();
      try {
        next.acknowledgement().join();
        submitted.accept(key);
      } catch (CompletionException failure) {
        notAcknowledged++;
        wrong.accept(key + ": not acknowledged: " + failure.getCause());
      }
    }
  }

  public int refused() {
    return refused;
  }

  public int notAcknowledged() {
    return notAcknowledged;
  }
}
