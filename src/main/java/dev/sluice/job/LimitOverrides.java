package dev.sluice.job;

import java.time.Duration;
import java.util.Optional;

/**
 * The limits a submission asks for; what it leaves out comes from its tenant's policy. Values are
 * judged by the validator.
 */
public record LimitOverrides(
    Optional<Duration> wall,
    Optional<Duration> cpu,
    Optional<ByteSize> memory,
    Optional<ByteSize> output,
    Optional<Integer> processes,
    Optional<ByteSize> disk) {

  public static final LimitOverrides NONE =
      new LimitOverrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The overrides with another wall limit. */
  public LimitOverrides withWall(Duration limit) {
    return new LimitOverrides(Optional.of(limit), cpu, memory, output, processes, disk);
  }
}
