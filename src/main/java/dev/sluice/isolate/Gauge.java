package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.util.Optional;

/**
 * Looks at one worker from outside, by the kernel's accounts, which no guest can touch. One thread
 * at a time.
 */
interface Gauge extends AutoCloseable {

  /** The figures now; empty where there are none any more. */
  Optional<Reading> read();

  /** Makes the peak of memory start anew from what is held now, where the kernel lets us. */
  void resetPeak();

  /**
   * The writable memory that a limit on the process itself lets it have; empty where a control
   * group holds it, or nothing does.
   */
  Optional<ByteSize> dataLimit();

  /** Gives back what the kernel keeps for the worker, which must have ended. */
  @Override
  void close();
}
