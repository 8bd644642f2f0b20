package dev.sluice.ledger;

import dev.sluice.job.JobKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * An instant at which the ledger has to look at a job again.
 *
 * @param at in whole milliseconds, rounded up, so that no timer is early
 */
public record Timer(Instant at, Kind kind, JobKey key) implements Comparable<Timer> {

  /** What to look for. */
  public enum Kind {
    /** A dispatched attempt must have brought its outcome. */
    LEASE,
    /** A held job must not be started any more. */
    EXPIRY,
    /** A settled job's id need not be remembered any longer. */
    FORGET
  }

  private static final Comparator<Timer> ORDER =
      Comparator.comparing(Timer::at)
          .thenComparing(Timer::kind)
          .thenComparing(timer -> timer.key().toString());

  public Timer {
    Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
    at = whole.equals(at) ? whole : whole.plusMillis(1);
  }

  @Override
  public int compareTo(Timer other) {
    return ORDER.compare(this, other);
  }
}
