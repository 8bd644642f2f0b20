package dev.sluice.cli.run;

import java.time.Duration;

/**
 * How a run paces itself.
 *
 * @param inFlight submissions without a result at the same time, at most
 * @param patience for how long a run waits when no result comes at all
 */
public record RunSettings(int inFlight, Duration patience) {
  public static final RunSettings DEFAULTS = new RunSettings(1_000, Duration.ofMinutes(10));

  public RunSettings {
    if (inFlight < 1) {
      throw new IllegalArgumentException("inFlight must be at least 1: " + inFlight);
    }
  }
}
