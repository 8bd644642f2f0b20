package dev.sluice.cli.run;

import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.json.Reading;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run: reads all ids, takes the results that are there already, submits the other lines with a
 * bounded number in flight, and writes one result a line. A line whose id has a result is not
 * submitted, and one that was submitted earlier is dropped by the ledger, so a second run runs
 * nothing twice.
 *
 * <p>{@link #prepare}, then {@link #run}, once each and in one thread; {@link #stop} from any.
 */
public final class BatchRun {
  private static final Duration TURN = Duration.ofMillis(100);

  private final InputFile input;
  private final LineReader reader;
  private final Journal journal;
  private final RunSettings settings;
  private final InstantSource clock;
  private final Queue<NotSubmitted> notSubmitted = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Set<JobKey> inFlight = new HashSet<>();
  private Roll roll = new Roll();

  private record NotSubmitted(JobKey key, Throwable cause) {}

  public BatchRun(
      InputFile input,
      LineReader reader,
      Journal journal,
      RunSettings settings,
      InstantSource clock) {
    this.input = input;
    this.reader = reader;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads the whole input once and answers the lines that are no submissions. Called once, first.
   *
   * @return whether there is anything to submit
   */
  public boolean prepare() throws IOException {
    String defaultTenant = reader.tenant().value();
    roll = Roll.call(input, reader, (line, faulty) -> journal.refused(line, faulty, defaultTenant));
    journal.expect(roll.lines());
    return roll.lines() > roll.refused();
  }

  /** Runs to the end, or until it is told to stop. */
  public void run(Pipeline pipeline) throws IOException {
    try (ResultFeed feed = pipeline.results();
        Lines lines = input.lines()) {
      while (!feed.caughtUp() && !stopping.get()) {
        record(feed.next(TURN));
      }
      answerAll(pipeline, feed, lines);
    }
  }

  /** Ends the run soon; lines without a result get none. */
  public void stop() {
    stopping.set(true);
  }

  private void answerAll(Pipeline pipeline, ResultFeed feed, Lines lines) throws IOException {
    Optional<NumberedLine> next = lines.next();
    Instant lastHeard = clock.instant();
    while ((next.isPresent() || !inFlight.isEmpty()) && !stopping.get()) {
      while (next.isPresent() && inFlight.size() < settings.inFlight()) {
        submit(next.get(), pipeline);
        next = lines.next();
      }
      List<JobResult> results = feed.next(TURN);
      int recorded = record(results) + recordNotSubmitted();
      journal.flush();
      if (recorded > 0) {
        lastHeard = clock.instant();
      } else if (lastHeard.plus(settings.patience()).isBefore(clock.instant())) {
        giveUp(next, lines);
        return;
      }
    }
  }

  private void submit(NumberedLine line, Pipeline pipeline) {
    if (roll.isRefused(line.number())) {
      return;
    }
    switch (reader.read(line)) {
      case Reading.Faulty faulty ->
          throw new IllegalStateException(
              "line " + line.number() + " changed while the run read it: " + faulty.mistake());
      case Reading.Clear(Submission submission, boolean idChosen) -> {
        JobKey key = submission.key();
        if (!idChosen) {
          roll.enter(key, line.number());
        }
        if (roll.isOpen(key)) {
          inFlight.add(key);
          pipeline
              .submit(submission)
              .whenComplete(
                  (_, failure) -> {
                    if (failure != null) {
                      notSubmitted.add(new NotSubmitted(key, failure));
                    }
                  });
        }
      }
    }
  }

  private int record(List<JobResult> results) throws IOException {
    int recorded = 0;
    for (JobResult result : results) {
      if (roll.settle(result.key())) {
        inFlight.remove(result.key());
        journal.result(result);
        recorded++;
      }
    }
    return recorded;
  }

  private int recordNotSubmitted() throws IOException {
    int recorded = 0;
    for (NotSubmitted job = notSubmitted.poll(); job != null; job = notSubmitted.poll()) {
      if (roll.settle(job.key())) {
        journal.unanswered(
            job.key(), Verdict.PLATFORM_FAILURE, "could not be submitted: " + job.cause());
        inFlight.remove(job.key());
        recorded++;
      }
    }
    return recorded;
  }

  /** Every line that is left gets its answer, too. */
  private void giveUp(Optional<NumberedLine> next, Lines lines) throws IOException {
    String message = "no result came for " + settings.patience().toSeconds() + " s";
    for (Optional<NumberedLine> line = next; line.isPresent(); line = lines.next()) {
      if (!roll.isRefused(line.get().number())
          && reader.read(line.get()) instanceof Reading.Clear(Submission submission, boolean chosen)
          && !chosen) {
        roll.enter(submission.key(), line.get().number());
      }
    }
    for (JobKey key : roll.open()) {
      journal.unanswered(key, Verdict.PLATFORM_FAILURE, message);
    }
  }
}
