package dev.sluice.isolate.protocol;

import dev.sluice.job.Content;

/** What a worker process tells its pool about the program of this number. */
public sealed interface Report {

  long number();

  /** Said once, first: the worker can take a program. */
  record Ready(String engine) implements Report {
    @Override
    public long number() {
      return 0;
    }
  }

  /** The program wrote a stretch of output. */
  record Wrote(long number, Stream stream, Content content) implements Report {}

  /** The program is over. */
  record Ended(long number, Finish finish) implements Report {}

  /** Where a program writes. */
  enum Stream {
    STDOUT,
    STDERR,
    /** The program's value as JSON text, written last. */
    VALUE
  }
}
