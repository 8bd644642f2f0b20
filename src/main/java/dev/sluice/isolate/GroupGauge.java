package dev.sluice.isolate;

import dev.sluice.cgroup.Cgroup;
import dev.sluice.cgroup.Counts;
import dev.sluice.job.ByteSize;
import java.util.Optional;

/**
 * Reads a worker's control group: processor time to the nanosecond, and what the kernel did at the
 * group's limits, both of which can still be read when the worker is dead. The peak of memory is
 * the group's where the kernel can reset it, else the process's own.
 */
final class GroupGauge implements Gauge {
  private final Cgroup group;
  private final ProcessGauge process;
  private boolean groupKnowsPeak;
  private ByteSize lastPeak = new ByteSize(0);

  GroupGauge(Cgroup group, ProcessGauge process) {
    this.group = group;
    this.process = process;
  }

  /** What is resident reads as nothing: the kernel holds it, nobody has to look. */
  @Override
  public Optional<Reading> read() {
    Counts counts = group.read();
    lastPeak = groupKnowsPeak ? counts.peakMemory() : process.peak().orElse(lastPeak);
    return Optional.of(
        new Reading(
            counts.cpu(),
            new ByteSize(0),
            lastPeak,
            counts.memoryKills(),
            counts.refusedProcesses()));
  }

  @Override
  public void resetPeak() {
    groupKnowsPeak = group.resetPeak();
    if (!groupKnowsPeak) {
      process.resetPeak();
    }
    lastPeak = new ByteSize(0);
  }

  @Override
  public Optional<ByteSize> dataLimit() {
    return Optional.empty();
  }

  @Override
  public void close() {
    group.close();
  }
}
