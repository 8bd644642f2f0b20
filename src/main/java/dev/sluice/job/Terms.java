package dev.sluice.job;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Under which terms a job asks to run.
 *
 * @param priority 1 (first) to 5 (last) within the tenant
 * @param capabilities names of the bindings the program wants to call
 * @param expiresAt a job that has not started by then is not started any more
 */
public record Terms(
    int priority,
    RequestedTier tier,
    LimitOverrides limits,
    Set<String> capabilities,
    Optional<Instant> expiresAt) {
  public static final int MIDDLE_PRIORITY = 3;

  /** Middle priority, any tier, the policy's limits, no capabilities, no expiry. */
  public static final Terms PLAIN =
      new Terms(
          MIDDLE_PRIORITY, RequestedTier.AUTO, LimitOverrides.NONE, Set.of(), Optional.empty());

  public Terms {
    capabilities = Set.copyOf(capabilities);
  }
}
