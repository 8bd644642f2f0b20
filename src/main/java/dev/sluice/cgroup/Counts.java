package dev.sluice.cgroup;

import dev.sluice.job.ByteSize;
import java.time.Duration;

/**
 * What a sandbox has used since it began, as the kernel counts it.
 *
 * @param peakMemory the most it held at once, the kernel's own pages for it and cached files
 *     included
 * @param memoryKills processes that the kernel killed because the sandbox's memory was used up
 * @param refusedProcesses how often a process or thread was refused because there were as many as
 *     allowed
 */
public record Counts(Duration cpu, ByteSize peakMemory, long memoryKills, long refusedProcesses) {
  public static final Counts NONE = new Counts(Duration.ZERO, new ByteSize(0), 0, 0);
}
