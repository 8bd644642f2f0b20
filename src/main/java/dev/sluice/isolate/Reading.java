package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.time.Duration;

/**
 * What the outside sees of a worker process at one moment.
 *
 * @param cpu processor time since its start, all its threads
 * @param resident memory it holds now
 * @param peak most memory it held since the peak was last reset
 * @param memoryKills how often the kernel killed in it because its memory was used up
 * @param refusedThreads how often the kernel refused it a thread or process too many
 */
record Reading(
    Duration cpu, ByteSize resident, ByteSize peak, long memoryKills, long refusedThreads) {
  static final Reading NOTHING = new Reading(Duration.ZERO, new ByteSize(0), new ByteSize(0), 0, 0);

  /** What has come since an earlier reading; of memory, what is and was held. */
  Reading since(Reading earlier) {
    return new Reading(
        cpu.minus(earlier.cpu),
        resident,
        peak,
        memoryKills - earlier.memoryKills,
        refusedThreads - earlier.refusedThreads);
  }
}
