package dev.sluice.cgroup;

import dev.sluice.job.ByteSize;

/**
 * What the kernel lets a group take.
 *
 * @param memory with the kernel's own pages for it, and no swap where the kernel can forbid it;
 *     cached files count, and go before anything is killed
 * @param processes processes and threads at the same time
 * @param processors how many processors' time it may use at a time
 */
public record CgroupLimits(ByteSize memory, int processes, int processors) {
  public CgroupLimits {
    requireAtLeastOne("processes", processes);
    requireAtLeastOne("processors", processors);
  }

  private static void requireAtLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be at least 1: " + value);
    }
  }
}
