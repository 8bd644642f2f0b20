package dev.sluice.container;

import dev.sluice.job.ByteSize;
import java.time.Duration;

/**
 * What a container has used since it began, as the kernel counts it.
 *
 * @param memoryKills processes that the kernel killed because the container's memory was used up
 * @param refusedProcesses how often a process was refused because there were as many as allowed
 */
record Reading(Duration cpu, ByteSize peakMemory, long memoryKills, long refusedProcesses) {
  static final Reading NONE = new Reading(Duration.ZERO, new ByteSize(0), 0, 0);
}
