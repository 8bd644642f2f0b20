package dev.sluice.ledger;

import dev.sluice.job.JobKey;
import dev.sluice.job.Tier;
import dev.sluice.ledger.LedgerEvent.CancelAsked;
import dev.sluice.ledger.LedgerEvent.OutcomeArrived;
import dev.sluice.ledger.LedgerEvent.SubmissionJudged;
import dev.sluice.ledger.LedgerEvent.TimePassed;
import dev.sluice.tenant.Policies;
import dev.sluice.verdict.AttemptOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what becomes of every job. Pure but for the state it is given: the same events at the
 * same instants on the same state give the same effects. No fields but its settings; any thread,
 * but one at a time for a state.
 */
public final class Ledger {
  /** Bounds the work of one call; timers that are left are found by the next one. */
  private static final int MOST_TIMERS_AT_ONCE = 1_000;

  private final LedgerSettings settings;

  public Ledger(LedgerSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes one event in.
   *
   * @param now never earlier than in the call before
   * @return what to write, in this order, all of it or nothing
   */
  public List<LedgerEffect> handle(
      LedgerEvent event, LedgerState state, Policies policies, Pools pools, Instant now) {
    Moment moment = Moment.begin(settings, state, policies, pools, now);
    switch (event) {
      case SubmissionJudged judged -> new Admission(moment).judged(judged);
      case OutcomeArrived(AttemptOutcome outcome) -> new Returns(moment).arrived(outcome);
      case CancelAsked asked -> new Cancelling(moment).asked(asked);
      case TimePassed passed -> {
        ringTimers(moment);
        new Releasing(moment).leavePoollessLanes();
        fillSlots(moment);
      }
    }
    return List.copyOf(moment.effects());
  }

  private static void fillSlots(Moment moment) {
    Releasing releasing = new Releasing(moment);
    for (Tier tier : Tier.values()) {
      releasing.fillSlots(tier);
    }
  }

  private static void ringTimers(Moment moment) {
    for (Timer timer : moment.state().due(moment.now(), MOST_TIMERS_AT_ONCE)) {
      moment.state().remove(timer);
      Optional<Job> job = moment.state().job(timer.key());
      switch (timer.kind()) {
        case LEASE -> job.ifPresent(known -> leaseRanOut(moment, timer.key(), known));
        case EXPIRY -> job.ifPresent(known -> expired(moment, timer, known));
        case FORGET -> moment.state().forget(timer.key());
      }
    }
  }

  private static void leaseRanOut(Moment moment, JobKey key, Job job) {
    if (job instanceof Job.Dispatched dispatched) {
      new Returns(moment).lost(key, dispatched);
    }
  }

  private static void expired(Moment moment, Timer timer, Job job) {
    if (job instanceof Job.Held held) {
      Ticket ticket = moment.state().ticket(timer.key());
      Transitions transitions = new Transitions(moment);
      transitions.leave(ticket, held);
      transitions.expire(ticket, held.attempts(), timer.at());
    }
  }
}
