package dev.sluice.job;

import java.time.Instant;

/**
 * For how long a dispatched attempt may be trusted to somebody.
 *
 * @param startBy an executor never starts the attempt after this instant
 * @param deadline without an outcome by then the attempt counts as lost
 */
public record Lease(Instant dispatchedAt, Instant startBy, Instant deadline) {

  public Lease {
    if (startBy.isBefore(dispatchedAt) || deadline.isBefore(startBy)) {
      throw new IllegalArgumentException(
          "a lease must run from dispatchedAt to startBy to deadline: "
              + dispatchedAt
              + ", "
              + startBy
              + ", "
              + deadline);
    }
  }
}
