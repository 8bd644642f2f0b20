package dev.sluice.ledger;

import dev.sluice.audit.AuditEvent;
import dev.sluice.job.JobKey;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.ledger.LedgerEvent.SubmissionJudged;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.Judgement;
import dev.sluice.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to a submission when it arrives. */
final class Admission {
  private final Moment moment;
  private final Transitions transitions;
  private final Releasing releasing;
  private final FairChoice choice;

  Admission(Moment moment) {
    this.moment = moment;
    this.transitions = new Transitions(moment);
    this.releasing = new Releasing(moment);
    this.choice = new FairChoice(moment);
  }

  void judged(SubmissionJudged event) {
    Submission submission = event.submission().submission();
    Optional<Job> known = moment.state().job(submission.key());
    if (known.isPresent()) {
      duplicate(submission, known.get(), event.source());
      return;
    }
    Optional<TenantPolicy> policy = moment.policies().of(submission.key().tenant());
    switch (event.submission().decision()) {
      case Decision.Rejected(Verdict verdict, String message) ->
          turnAway(event, policy, Settlement.because(verdict, message));
      case Decision.Accepted(long policyVersion, Route route) ->
          policy.ifPresentOrElse(
              present -> admit(ticket(event, route, present), present),
              () ->
                  turnAway(
                      event,
                      policy,
                      Settlement.because(Verdict.POLICY_DENIED, "no policy covers the tenant")));
    }
  }

  private void admit(Ticket ticket, TenantPolicy policy) {
    Optional<Instant> expiry = ticket.submission().terms().expiresAt().filter(moment::isPast);
    if (expiry.isPresent()) {
      transitions.expire(ticket, List.of(), expiry.get());
    } else if (moment.availability(ticket.lane()) instanceof Availability.Closed(String reason)) {
      transitions.settle(Settlement.of(ticket, List.of(), Settlement.withoutPool(reason)));
    } else {
      place(ticket, policy);
    }
  }

  /** Those who waited before it go first. */
  private void place(Ticket ticket, TenantPolicy policy) {
    releasing.fillSlots(ticket.route().tier());
    Optional<String> obstacle = choice.obstacle(ticket, policy);
    int held = moment.state().accounts().of(ticket.key().tenant()).held();
    if (obstacle.isEmpty()) {
      moment.state().keep(ticket);
      transitions.dispatch(ticket, List.of());
    } else if (held < policy.quotas().held()) {
      moment.state().keep(ticket);
      transitions.hold(ticket, List.of(), obstacle.get());
    } else {
      String message = "the tenant has " + held + " of " + policy.quotas().held() + " jobs held";
      transitions.settle(
          Settlement.of(ticket, List.of(), Settlement.because(Verdict.QUOTA_EXCEEDED, message)));
    }
  }

  private void turnAway(
      SubmissionJudged event, Optional<TenantPolicy> policy, Judgement judgement) {
    transitions.settle(
        Settlement.unrouted(
            event.submission().submission(),
            event.source(),
            policy.map(TenantPolicy::version),
            judgement));
  }

  private Ticket ticket(SubmissionJudged event, Route route, TenantPolicy policy) {
    Submission submission = event.submission().submission();
    return new Ticket(
        submission,
        event.source(),
        moment.state().nextSequence(),
        route,
        policy.version(),
        policy.defaults().with(submission.terms().limits()));
  }

  private void duplicate(Submission submission, Job known, String source) {
    JobKey key = submission.key();
    Original original =
        switch (known) {
          case Job.Held held -> Original.of(moment.state().ticket(key));
          case Job.Dispatched dispatched -> Original.of(moment.state().ticket(key));
          case Job.Settled(Verdict verdict, String codeSha256, String readFrom) ->
              new Original(readFrom, codeSha256);
        };
    if (!original.source().equals(source)) {
      moment.audit(
          key,
          new AuditEvent.Duplicate(
              source, original.codeSha256().equals(submission.program().sha256())));
    }
  }

  /** What is remembered of the submission that came first. */
  private record Original(String source, String codeSha256) {
    static Original of(Ticket ticket) {
      return new Original(ticket.source(), ticket.submission().program().sha256());
    }
  }
}
