package dev.sluice.ledger;

import dev.sluice.job.JobKey;
import java.util.Comparator;

/**
 * A job's place in the queue of its tenant and lane: by priority, then in order of arrival. A job
 * that waits for another attempt has its old place.
 *
 * @param priority 1 goes first
 */
public record Waiting(JobKey key, Lane lane, int priority, long arrival) {

  /** The order within a tenant, across its lanes. */
  public static final Comparator<Waiting> ORDER =
      Comparator.comparingInt(Waiting::priority).thenComparingLong(Waiting::arrival);
}
