package dev.sluice.tenant;

import dev.sluice.job.Tier;

/**
 * How much a tenant may have at the same time.
 *
 * @param runningIsolate jobs dispatched to the isolate pool
 * @param runningContainer jobs dispatched to the container pool
 * @param held jobs waiting in the ledger; beyond it a submission is settled {@code QUOTA_EXCEEDED}
 */
public record Quotas(int runningIsolate, int runningContainer, int held) {

  public Quotas {
    requireNotNegative("runningIsolate", runningIsolate);
    requireNotNegative("runningContainer", runningContainer);
    requireNotNegative("held", held);
  }

  public int running(Tier tier) {
    return switch (tier) {
      case ISOLATE -> runningIsolate;
      case CONTAINER -> runningContainer;
    };
  }

  private static void requireNotNegative(String field, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(field + " must not be negative: " + value);
    }
  }
}
