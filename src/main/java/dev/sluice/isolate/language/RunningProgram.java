package dev.sluice.isolate.language;

import dev.sluice.isolate.protocol.Finish;

/** One program in its context. Run once, by one thread; closed by the same. */
public interface RunningProgram extends AutoCloseable {

  /** Runs it to its end, timers and promises included. */
  Finish run();

  /** Ends it soon, from any thread, before, while or after it runs; safe to repeat. */
  void stop();

  @Override
  void close();
}
