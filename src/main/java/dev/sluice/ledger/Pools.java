package dev.sluice.ledger;

import dev.sluice.job.Tier;

/** The capacity of the pools at the moment of a decision. Reads only. */
@FunctionalInterface
public interface Pools {

  /** Who could run a program of this language in this tier. */
  Availability of(Tier tier, String language);
}
