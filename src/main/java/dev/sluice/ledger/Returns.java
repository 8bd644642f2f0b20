package dev.sluice.ledger;

import dev.sluice.audit.AuditEvent;
import dev.sluice.job.JobKey;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.FaultDomain;
import dev.sluice.verdict.Judgement;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens when an attempt comes back, or does not. */
final class Returns {
  private final Moment moment;
  private final Transitions transitions;

  Returns(Moment moment) {
    this.moment = moment;
    this.transitions = new Transitions(moment);
  }

  void arrived(AttemptOutcome outcome) {
    if (moment.state().job(outcome.key()).orElse(null) instanceof Job.Dispatched dispatched
        && dispatched.attempt() == outcome.attempt()) {
      takeBack(outcome, dispatched);
    } else {
      Verdict verdict = Judgement.of(outcome, Optional.empty()).verdict();
      moment.audit(outcome.key(), new AuditEvent.StaleOutcome(outcome.attempt(), verdict));
    }
  }

  /** An attempt's lease has run out. */
  void lost(JobKey key, Job.Dispatched dispatched) {
    moment.audit(key, new AuditEvent.LeaseLost(dispatched.attempt()));
    String detail = "no outcome by " + dispatched.lease().deadline();
    takeBack(
        AttemptOutcome.failed(
            key, dispatched.attempt(), PlatformFault.EXECUTOR_LOST, detail, moment.now()),
        dispatched);
  }

  private void takeBack(AttemptOutcome outcome, Job.Dispatched dispatched) {
    Ticket ticket = moment.state().ticket(outcome.key());
    Judgement judgement = Judgement.of(outcome, ticket.submission().invocation().expectedStdout());
    List<AttemptSummary> attempts = new ArrayList<>(dispatched.attempts());
    attempts.add(summary(outcome, judgement));
    Settlement asJudged = Settlement.of(ticket, attempts, judgement, outcome.output());
    if (judgement.verdict().faultDomain() != FaultDomain.PLATFORM) {
      transitions.leave(ticket, dispatched);
      transitions.settle(asJudged);
    } else if (dispatched.cancelled().isPresent()) {
      Judgement cancelled =
          Settlement.because(Verdict.CANCELLED, "cancelled: " + dispatched.cancelled().get());
      transitions.leave(ticket, dispatched);
      transitions.settle(Settlement.of(ticket, attempts, cancelled, outcome.output()));
    } else {
      failedByPlatform(dispatched, asJudged, ticket, outcome);
    }
    new Releasing(moment).fillSlots(ticket.route().tier());
  }

  private void failedByPlatform(
      Job.Dispatched dispatched, Settlement asJudged, Ticket ticket, AttemptOutcome outcome) {
    List<AttemptSummary> attempts = asJudged.attempts();
    boolean mayTryAgain = attempts.size() < maxAttempts(ticket.key());
    Optional<Instant> expiry = ticket.submission().terms().expiresAt().filter(moment::isPast);
    if (expiry.isPresent() && (mayTryAgain || cameTooLate(outcome))) {
      transitions.leave(ticket, dispatched);
      transitions.expire(ticket, attempts, expiry.get());
    } else if (mayTryAgain) {
      String message = asJudged.judgement().message();
      transitions.holdAgain(
          ticket, dispatched, attempts, "attempt " + attempts.size() + " failed: " + message);
    } else {
      transitions.leave(ticket, dispatched);
      transitions.settle(asJudged);
    }
  }

  private int maxAttempts(JobKey key) {
    return moment.policies().of(key.tenant()).map(TenantPolicy::maxAttempts).orElse(1);
  }

  /**
   * A lease ends no later than its job expires, so an executor that turns an expired job down says
   * that it missed the lease.
   */
  private static boolean cameTooLate(AttemptOutcome outcome) {
    return outcome.ending() instanceof Ending.Failed(PlatformFault fault, String detail)
        && fault == PlatformFault.LEASE_MISSED;
  }

  private static AttemptSummary summary(AttemptOutcome outcome, Judgement judgement) {
    return new AttemptSummary(
        outcome.attempt(),
        judgement.verdict(),
        judgement.message(),
        outcome.sandbox(),
        outcome.usage(),
        outcome.startedAt(),
        outcome.endedAt());
  }
}
