package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.time.Duration;

/**
 * What the outside sees of a worker process at one moment.
 *
 * @param cpu processor time since its start, all its threads
 * @param resident memory it holds now
 * @param peak most memory it held since the peak was last reset
 */
record Reading(Duration cpu, ByteSize resident, ByteSize peak) {
  static final Reading NOTHING = new Reading(Duration.ZERO, new ByteSize(0), new ByteSize(0));
}
