package dev.sluice.job;

import java.time.Duration;
import java.util.Optional;

/**
 * The limits of one sandbox, all of them finite: no time is above a year.
 *
 * @param wall from the first instruction of the program to its end
 * @param cpu processor time of everything in the sandbox
 * @param memory of the guest: the heap of an isolate, the memory cgroup of a container
 * @param output standard output and standard error together
 * @param processes at the same time, in a container; an isolate has one
 * @param disk what a container's work folder holds; an isolate has none
 */
public record Limits(
    Duration wall, Duration cpu, ByteSize memory, ByteSize output, int processes, ByteSize disk) {

  private static final Duration LONGEST = Duration.ofDays(365);

  public Limits {
    requireWithinAYear("wall", wall);
    requireWithinAYear("cpu", cpu);
    if (processes < 1) {
      throw new IllegalArgumentException("processes must be at least 1: " + processes);
    }
  }

  /** These limits with what was asked for in their place. */
  public Limits with(LimitOverrides asked) {
    return new Limits(
        asked.wall().orElse(wall),
        asked.cpu().orElse(cpu),
        asked.memory().orElse(memory),
        asked.output().orElse(output),
        asked.processes().orElse(processes),
        asked.disk().orElse(disk));
  }

  /** The first limit that is above the ceiling's, if any. */
  public Optional<Limit> firstAbove(Limits ceiling) {
    if (wall.compareTo(ceiling.wall) > 0) {
      return Optional.of(Limit.WALL);
    }
    if (cpu.compareTo(ceiling.cpu) > 0) {
      return Optional.of(Limit.CPU);
    }
    if (memory.compareTo(ceiling.memory) > 0) {
      return Optional.of(Limit.MEMORY);
    }
    if (output.compareTo(ceiling.output) > 0) {
      return Optional.of(Limit.OUTPUT);
    }
    if (processes > ceiling.processes) {
      return Optional.of(Limit.PROCESSES);
    }
    return disk.compareTo(ceiling.disk) > 0 ? Optional.of(Limit.DISK) : Optional.empty();
  }

  private static void requireWithinAYear(String field, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must be positive and at most %s: %s".formatted(field, LONGEST, value));
    }
  }
}
