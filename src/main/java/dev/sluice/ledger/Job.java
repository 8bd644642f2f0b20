package dev.sluice.ledger;

import dev.sluice.job.Lease;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Where a job stands in the ledger. A held or dispatched job also has a {@link Ticket}; a settled
 * one has none any more.
 */
public sealed interface Job {

  /**
   * It waits to be dispatched.
   *
   * @param attempts those that the platform failed, in order
   */
  record Held(Waiting place, List<AttemptSummary> attempts) implements Job {
    public Held {
      attempts = List.copyOf(attempts);
    }

    /** The number of the attempt that it waits for. */
    public int attempt() {
      return attempts.size() + 1;
    }
  }

  /**
   * An attempt is in its pool's hands.
   *
   * @param attempts those before it, all of which the platform failed
   * @param cancelled why somebody wants it stopped, if somebody does
   */
  record Dispatched(Lease lease, List<AttemptSummary> attempts, Optional<String> cancelled)
      implements Job {
    public Dispatched {
      attempts = List.copyOf(attempts);
    }

    /** The number of the attempt that is under way. */
    public int attempt() {
      return attempts.size() + 1;
    }

    Dispatched cancelledFor(String reason) {
      return new Dispatched(lease, attempts, Optional.of(reason));
    }
  }

  /** It has its result. Remembered so that its id is not run again. */
  record Settled(Verdict verdict, String codeSha256, String source) implements Job {}
}
