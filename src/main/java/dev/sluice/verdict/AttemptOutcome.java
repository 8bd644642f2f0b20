package dev.sluice.verdict;

import dev.sluice.job.JobKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one attempt at a job.
 *
 * @param sandbox empty when none could be had, or nobody knows
 */
public record AttemptOutcome(
    JobKey key,
    int attempt,
    Optional<SandboxStamp> sandbox,
    Ending ending,
    Output output,
    Usage usage,
    Instant startedAt,
    Instant endedAt) {

  /** An attempt that never came to run the program. */
  public static AttemptOutcome failed(
      JobKey key, int attempt, PlatformFault fault, String detail, Instant at) {
    return new AttemptOutcome(
        key,
        attempt,
        Optional.empty(),
        new Ending.Failed(fault, detail),
        Output.NONE,
        Usage.NONE,
        at,
        at);
  }
}
