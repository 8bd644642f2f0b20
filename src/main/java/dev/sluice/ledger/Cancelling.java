package dev.sluice.ledger;

import dev.sluice.audit.AuditEvent;
import dev.sluice.job.JobKey;
import dev.sluice.ledger.LedgerEvent.CancelAsked;
import dev.sluice.verdict.Verdict;
import java.util.Optional;

/**
 * What happens when somebody wants a job cancelled. Executors hear the same request by themselves.
 */
final class Cancelling {
  private final Moment moment;
  private final Transitions transitions;

  Cancelling(Moment moment) {
    this.moment = moment;
    this.transitions = new Transitions(moment);
  }

  void asked(CancelAsked event) {
    JobKey key = event.key();
    Optional<Job> job = moment.state().job(key);
    moment.audit(
        key,
        new AuditEvent.CancelAsked(
            event.source(), job.map(Cancelling::effect).orElse("unknown job"), event.reason()));
    job.ifPresent(known -> cancel(key, known, event.reason()));
  }

  private void cancel(JobKey key, Job job, String reason) {
    switch (job) {
      case Job.Held held -> {
        Ticket ticket = moment.state().ticket(key);
        transitions.leave(ticket, held);
        String message = "cancelled while it was held: " + reason;
        transitions.settle(
            Settlement.of(ticket, held.attempts(), Settlement.because(Verdict.CANCELLED, message)));
      }
      case Job.Dispatched dispatched -> {
        if (dispatched.cancelled().isEmpty()) {
          moment.state().put(key, dispatched.cancelledFor(reason));
        }
      }
      case Job.Settled settled -> {}
    }
  }

  private static String effect(Job job) {
    return switch (job) {
      case Job.Held held -> "cancelled";
      case Job.Dispatched dispatched ->
          dispatched.cancelled().isPresent() ? "already stopping" : "stopping";
      case Job.Settled settled -> "already settled";
    };
  }
}
