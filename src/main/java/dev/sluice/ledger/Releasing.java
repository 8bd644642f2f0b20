package dev.sluice.ledger;

import dev.sluice.job.Tier;
import dev.sluice.verdict.Judgement;
import dev.sluice.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Lets held jobs go: into free slots, or out because no pool will ever take them. */
final class Releasing {
  /** Bounds the work of one call; what is left is done by the next one. */
  private static final int MOST_AT_ONCE = 1_000;

  private final Moment moment;
  private final Transitions transitions;
  private final FairChoice choice;

  Releasing(Moment moment) {
    this.moment = moment;
    this.transitions = new Transitions(moment);
    this.choice = new FairChoice(moment);
  }

  /** Dispatches the jobs whose turn it is until slots or quotas are used up. */
  void fillSlots(Tier tier) {
    Optional<Waiting> next = choice.next(tier);
    for (int released = 0; next.isPresent() && released < MOST_AT_ONCE; released++) {
      release(next.get());
      next = choice.next(tier);
    }
  }

  /** Settles the jobs in lanes whose pools say no, or have not been heard of for too long. */
  void leavePoollessLanes() {
    for (Lane lane : moment.state().accounts().lanesWaitedIn()) {
      switch (moment.availability(lane)) {
        case Availability.Open open -> moment.state().found(lane);
        case Availability.Closed(String reason) -> settleAll(lane, reason);
        case Availability.Unknown unknown -> leaveIfMissingForTooLong(lane);
      }
    }
  }

  private void leaveIfMissingForTooLong(Lane lane) {
    Optional<Instant> since = moment.state().missingSince(lane);
    if (since.isEmpty()) {
      moment.state().missing(lane, moment.now());
    } else if (moment.isPast(since.get().plus(moment.settings().poolGrace()))) {
      settleAll(
          lane,
          "no executor for " + lane + " has been heard of for " + moment.settings().poolGrace());
    }
  }

  private void settleAll(Lane lane, String reason) {
    Accounts accounts = moment.state().accounts();
    for (int settled = 0; settled < MOST_AT_ONCE; settled++) {
      Optional<Waiting> next =
          accounts.contenders(lane.tier()).stream()
              .filter(account -> account.waiting().containsKey(lane))
              .findFirst()
              .flatMap(account -> moment.state().first(account.tenant(), lane));
      if (next.isEmpty()) {
        return;
      }
      Job.Held held = held(next.get());
      Ticket ticket = moment.state().ticket(next.get().key());
      transitions.leave(ticket, held);
      transitions.settle(Settlement.of(ticket, held.attempts(), Settlement.withoutPool(reason)));
    }
  }

  private void release(Waiting place) {
    Job.Held held = held(place);
    Ticket ticket = moment.state().ticket(place.key());
    Optional<Instant> expiry = ticket.submission().terms().expiresAt().filter(moment::isPast);
    if (expiry.isPresent()) {
      transitions.leave(ticket, held);
      transitions.expire(ticket, held.attempts(), expiry.get());
    } else if (moment.policies().of(place.key().tenant()).isEmpty()) {
      Judgement denied =
          Settlement.because(Verdict.POLICY_DENIED, "the tenant's policy was withdrawn");
      transitions.leave(ticket, held);
      transitions.settle(Settlement.of(ticket, held.attempts(), denied));
    } else {
      transitions.dispatch(ticket, held);
    }
  }

  private Job.Held held(Waiting place) {
    if (moment.state().job(place.key()).orElse(null) instanceof Job.Held held) {
      return held;
    }
    throw new IllegalStateException(place.key() + " is queued but not held");
  }
}
