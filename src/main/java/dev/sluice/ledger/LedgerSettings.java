package dev.sluice.ledger;

import java.time.Duration;

/**
 * How patient the ledger is, and how far it fills the pools.
 *
 * @param dispatchFactor a pool has at most this many attempts a slot at hand, running ones
 *     included, unless its programs are short
 * @param ahead what it has then
 * @param startAllowance how long an attempt may wait in a pool's topic before it must not start any
 *     more
 * @param leaseSlack how much later than the latest start and the wall limit an outcome may come
 * @param poolGrace how long a job waits for a pool that nobody has heard of
 * @param dedupeWindow for how long a settled job's id is remembered
 */
public record LedgerSettings(
    int dispatchFactor,
    Ahead ahead,
    Duration startAllowance,
    Duration leaseSlack,
    Duration poolGrace,
    Duration dedupeWindow) {

  public static final LedgerSettings DEFAULTS =
      new LedgerSettings(
          2,
          Ahead.DEFAULTS,
          Duration.ofSeconds(90),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofHours(24));

  public LedgerSettings {
    if (dispatchFactor < 1) {
      throw new IllegalArgumentException("dispatchFactor must be at least 1: " + dispatchFactor);
    }
  }

  /**
   * Attempts beyond a pool's factor.
   *
   * @param work a slot has as many behind the running one as it lately took that long for
   * @param startAllowance how long the first attempt at a job may wait when it is one of them
   */
  public record Ahead(Duration work, Duration startAllowance) {
    public static final Ahead DEFAULTS = new Ahead(Duration.ofMillis(100), Duration.ofSeconds(5));

    public Ahead {
      if (work.isNegative()) {
        throw new IllegalArgumentException("work must not be negative: " + work);
      }
    }
  }
}
