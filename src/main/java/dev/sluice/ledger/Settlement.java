package dev.sluice.ledger;

import dev.sluice.job.Limits;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Judgement;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Provenance;
import dev.sluice.verdict.Usage;
import dev.sluice.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last word on a job, before it is written. */
record Settlement(
    Submission submission,
    String source,
    Judgement judgement,
    Output output,
    List<AttemptSummary> attempts,
    Optional<Long> policyVersion,
    Optional<Route> route,
    Optional<Limits> limits) {

  /** Of a job that was never routed. */
  static Settlement unrouted(
      Submission submission, String source, Optional<Long> policyVersion, Judgement judgement) {
    return new Settlement(
        submission,
        source,
        judgement,
        Output.NONE,
        List.of(),
        policyVersion,
        Optional.empty(),
        Optional.empty());
  }

  /** Of a job whose last attempt was not the reason, or that had none. */
  static Settlement of(Ticket ticket, List<AttemptSummary> attempts, Judgement judgement) {
    return of(ticket, attempts, judgement, Output.NONE);
  }

  static Settlement of(
      Ticket ticket, List<AttemptSummary> attempts, Judgement judgement, Output output) {
    return new Settlement(
        ticket.submission(),
        ticket.source(),
        judgement,
        output,
        attempts,
        Optional.of(ticket.policyVersion()),
        Optional.of(ticket.route()),
        Optional.of(ticket.limits()));
  }

  /** A verdict that no attempt led to. */
  static Judgement because(Verdict verdict, String message) {
    return new Judgement(verdict, message, Optional.empty(), Optional.empty());
  }

  static Judgement withoutPool(String reason) {
    return because(Verdict.PLATFORM_FAILURE, PlatformFault.NO_POOL + ": " + reason);
  }

  JobResult result(String codeSha256, Instant settledAt) {
    return new JobResult(
        submission.key(),
        judgement,
        output,
        attempts.stream().map(AttemptSummary::usage).reduce(Usage.NONE, Usage::plus),
        attempts,
        new Provenance(
            codeSha256,
            policyVersion,
            route,
            limits,
            attempts.stream()
                .map(AttemptSummary::sandbox)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later)),
        submission.tags(),
        submission.submittedAt(),
        settledAt);
  }
}
