package dev.sluice.ledger;

import dev.sluice.audit.AuditEvent;
import dev.sluice.job.Assignment;
import dev.sluice.job.Binding;
import dev.sluice.job.JobKey;
import dev.sluice.job.Lease;
import dev.sluice.job.Submission;
import dev.sluice.job.WorkerReuse;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.JobStatus.Phase;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The only ways in which a job changes its state; each keeps job, queue, timers and account in step
 * and says so outside.
 */
final class Transitions {
  private final Moment moment;
  private final LedgerState state;

  Transitions(Moment moment) {
    this.moment = moment;
    this.state = moment.state();
  }

  /** Puts a job where it waits for its next attempt. Its ticket must be kept. */
  void hold(Ticket ticket, List<AttemptSummary> attempts, String reason) {
    Lane lane = ticket.lane();
    if (state.accounts().waiting(lane) == 0) {
      state.found(lane);
    }
    Job.Held held = new Job.Held(ticket.place(), attempts);
    state.put(ticket.key(), held);
    state.add(held.place());
    state.accounts().put(state.accounts().of(ticket.key().tenant()).joined(lane));
    ticket
        .submission()
        .terms()
        .expiresAt()
        .ifPresent(at -> state.add(new Timer(at, Timer.Kind.EXPIRY, ticket.key())));
    moment.audit(ticket.key(), new AuditEvent.Held(held.attempt(), reason));
    announce(ticket, Phase.HELD, held.attempt(), reason);
  }

  /** Takes a held job out of its queue. The caller puts it into its next state. */
  void leave(Ticket ticket, Job.Held held) {
    state.remove(held.place());
    state.accounts().put(state.accounts().of(ticket.key().tenant()).left(held.place().lane()));
    ticket
        .submission()
        .terms()
        .expiresAt()
        .ifPresent(at -> state.remove(new Timer(at, Timer.Kind.EXPIRY, ticket.key())));
  }

  /** Hands the next attempt of a job that is in no queue to its pool. Its ticket must be kept. */
  void dispatch(Ticket ticket, List<AttemptSummary> attempts) {
    Lease lease = lease(ticket, startAllowance(ticket, attempts));
    Job.Dispatched dispatched = new Job.Dispatched(lease, attempts, Optional.empty());
    JobKey key = ticket.key();
    state.put(key, dispatched);
    state.add(new Timer(lease.deadline(), Timer.Kind.LEASE, key));
    state
        .accounts()
        .put(state.accounts().of(key.tenant()).served(ticket.route().tier(), state.nextSequence()));
    Submission submission = ticket.submission();
    moment.emit(
        new LedgerEffect.Dispatch(
            new Assignment(
                key,
                dispatched.attempt(),
                ticket.route(),
                submission.program(),
                submission.invocation(),
                ticket.limits(),
                grants(submission),
                reuse(key),
                lease)));
    moment.audit(
        key,
        new AuditEvent.Dispatched(
            dispatched.attempt(), ticket.route(), lease.startBy(), lease.deadline()));
    announce(ticket, Phase.DISPATCHED, dispatched.attempt(), ticket.route().reason());
  }

  /** What was asked for and what the tenant's policy grants now. */
  private Set<Binding> grants(Submission submission) {
    return moment
        .policies()
        .of(submission.key().tenant())
        .map(policy -> policy.bindings(submission.terms().capabilities()))
        .orElse(Set.of());
  }

  /** As the tenant's policy has it now; without one no worker is shared. */
  private WorkerReuse reuse(JobKey key) {
    return moment
        .policies()
        .of(key.tenant())
        .map(TenantPolicy::isolateReuse)
        .orElse(WorkerReuse.NEVER);
  }

  /** Dispatches a held job, without letting its tenant lose its turns in between. */
  void dispatch(Ticket ticket, Job.Held held) {
    dispatch(ticket, held.attempts());
    leave(ticket, held);
  }

  /** Takes the attempt of a dispatched job back. The caller puts the job into its next state. */
  void leave(Ticket ticket, Job.Dispatched dispatched) {
    state.remove(new Timer(dispatched.lease().deadline(), Timer.Kind.LEASE, ticket.key()));
    state
        .accounts()
        .put(state.accounts().of(ticket.key().tenant()).returned(ticket.route().tier()));
  }

  /** Holds a job whose attempt came back, without letting its tenant lose its turns in between. */
  void holdAgain(
      Ticket ticket, Job.Dispatched dispatched, List<AttemptSummary> attempts, String reason) {
    hold(ticket, attempts, reason);
    leave(ticket, dispatched);
  }

  /** Gives a job that is in no queue and in no pool its one result. */
  void settle(Settlement settlement) {
    JobKey key = settlement.submission().key();
    String codeSha256 = settlement.submission().program().sha256();
    JobResult result = settlement.result(codeSha256, moment.now());
    int attempts = result.attempts().size();
    state.drop(key);
    state.put(key, new Job.Settled(result.verdict(), codeSha256, settlement.source()));
    state.add(
        new Timer(moment.now().plus(moment.settings().dedupeWindow()), Timer.Kind.FORGET, key));
    moment.emit(new LedgerEffect.Settle(result));
    moment.audit(key, new AuditEvent.Settled(result.verdict(), attempts, settlement.route()));
    moment.emit(
        new LedgerEffect.Announce(
            new JobStatus(
                key,
                Phase.SETTLED,
                Optional.of(result.verdict()),
                settlement.route().map(route -> route.tier()),
                attempts,
                result.judgement().message(),
                result.tags().batch(),
                moment.now())));
  }

  /** Gives an expired job, in no queue and in no pool, its result. */
  void expire(Ticket ticket, List<AttemptSummary> attempts, Instant expiresAt) {
    moment.audit(ticket.key(), new AuditEvent.Expired(expiresAt));
    String message = "not started by " + expiresAt;
    settle(Settlement.of(ticket, attempts, Settlement.because(Verdict.EXPIRED, message)));
  }

  /** What goes ahead of its pool's slots has little time, but once, and not as its only chance. */
  private Duration startAllowance(Ticket ticket, List<AttemptSummary> attempts) {
    boolean mayMissIt =
        attempts.isEmpty()
            && moment
                .policies()
                .of(ticket.key().tenant())
                .filter(policy -> policy.maxAttempts() > 1)
                .isPresent();
    LedgerSettings settings = moment.settings();
    return mayMissIt && new Window(moment).isAhead(ticket.lane())
        ? settings.ahead().startAllowance()
        : settings.startAllowance();
  }

  private Lease lease(Ticket ticket, Duration startAllowance) {
    LedgerSettings settings = moment.settings();
    Instant latestStart = moment.now().plus(startAllowance);
    Instant startBy =
        ticket
            .submission()
            .terms()
            .expiresAt()
            .filter(expiry -> expiry.isBefore(latestStart))
            .orElse(latestStart);
    return new Lease(
        moment.now(), startBy, startBy.plus(ticket.limits().wall()).plus(settings.leaseSlack()));
  }

  private void announce(Ticket ticket, Phase phase, int attempt, String reason) {
    moment.emit(
        new LedgerEffect.Announce(
            new JobStatus(
                ticket.key(),
                phase,
                Optional.empty(),
                Optional.of(ticket.route().tier()),
                attempt,
                reason,
                ticket.submission().tags().batch(),
                moment.now())));
  }
}
