package dev.sluice.ledger;

import java.time.Duration;

/**
 * How patient the ledger is, and how far it fills the pools.
 *
 * @param dispatchFactor a pool's topic holds at most this many attempts a slot, running ones
 *     included
 * @param startAllowance how long an attempt may wait in a pool's topic before it must not start any
 *     more
 * @param leaseSlack how much later than the latest start and the wall limit an outcome may come
 * @param poolGrace how long a job waits for a pool that nobody has heard of
 * @param dedupeWindow for how long a settled job's id is remembered
 */
public record LedgerSettings(
    int dispatchFactor,
    Duration startAllowance,
    Duration leaseSlack,
    Duration poolGrace,
    Duration dedupeWindow) {

  public static final LedgerSettings DEFAULTS =
      new LedgerSettings(
          2,
          Duration.ofSeconds(90),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofHours(24));

  public LedgerSettings {
    if (dispatchFactor < 1) {
      throw new IllegalArgumentException("dispatchFactor must be at least 1: " + dispatchFactor);
    }
  }
}
