package dev.sluice.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import dev.sluice.cgroup.Counts;
import dev.sluice.cgroup.Meter;
import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Measures by what the engine says of a container, about once a second: for engines whose control
 * groups cannot be read from here. A program that ends within its first second may show no usage.
 */
final class EngineMeter extends ResultCallback.Adapter<Statistics> implements Meter {
  private final long processes;
  private volatile Counts last = Counts.NONE;

  /**
   * @param processes how many the container may have; being there counts as one refusal
   */
  EngineMeter(long processes) {
    this.processes = processes;
  }

  @Override
  public void onNext(Statistics statistics) {
    Counts before = last;
    long cpuNanos =
        Optional.ofNullable(statistics.getCpuStats())
            .flatMap(cpu -> Optional.ofNullable(cpu.getCpuUsage()))
            .flatMap(usage -> Optional.ofNullable(usage.getTotalUsage()))
            .orElse(0L);
    long usedBytes =
        Optional.ofNullable(statistics.getMemoryStats())
            .flatMap(
                memory ->
                    Optional.ofNullable(memory.getMaxUsage())
                        .or(() -> Optional.ofNullable(memory.getUsage())))
            .orElse(0L);
    boolean full =
        Optional.ofNullable(statistics.getPidsStats())
            .flatMap(pids -> Optional.ofNullable(pids.getCurrent()))
            .filter(current -> current >= processes)
            .isPresent();
    last =
        new Counts(
            Duration.ofNanos(Math.max(before.cpu().toNanos(), cpuNanos)),
            new ByteSize(Math.max(before.peakMemory().bytes(), usedBytes)),
            0,
            before.refusedProcesses() + (full ? 1 : 0));
  }

  @Override
  public Counts read() {
    return last;
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException harmless) {
      // The stream is no longer wanted.
    }
  }
}
