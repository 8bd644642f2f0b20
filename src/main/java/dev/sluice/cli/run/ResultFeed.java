package dev.sluice.cli.run;

import dev.sluice.verdict.JobResult;
import java.time.Duration;
import java.util.List;

/** A place in the stream of results. One thread; closed by who opened it. */
public interface ResultFeed extends AutoCloseable {

  /** The next results, in order; empty when none came within the patience. */
  List<JobResult> next(Duration patience);

  /** Whether everything that was there when the feed was opened has been read. */
  boolean caughtUp();

  @Override
  void close();
}
