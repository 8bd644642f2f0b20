package dev.sluice.verdict;

import dev.sluice.job.ByteSize;
import java.time.Duration;

/** What a program used, measured from outside the sandbox. */
public record Usage(Duration wall, Duration cpu, ByteSize peakMemory) {
  public static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, new ByteSize(0));

  public Usage plus(Usage other) {
    return new Usage(
        wall.plus(other.wall),
        cpu.plus(other.cpu),
        peakMemory.compareTo(other.peakMemory) >= 0 ? peakMemory : other.peakMemory);
  }
}
