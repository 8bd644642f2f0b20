package dev.sluice.kafka.router;

import dev.sluice.job.ByteSize;
import dev.sluice.job.JobKey;
import dev.sluice.job.Lease;
import dev.sluice.job.Tier;
import dev.sluice.ledger.Job;
import dev.sluice.ledger.Lane;
import dev.sluice.ledger.Waiting;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import dev.sluice.verdict.Verdict;
import java.time.Duration;

/**
 * Where a job stands, as bytes. The first byte says which state it is in; a new form of a state
 * gets a new byte.
 */
final class JobEncoding {
  private static final int HELD = 1;
  private static final int DISPATCHED = 2;
  private static final int SETTLED = 3;

  private JobEncoding() {}

  static byte[] encode(Job job) {
    return switch (job) {
      case Job.Held(Waiting place, var attempts) -> {
        Encoder to = new Encoder().oneByte(HELD);
        waiting(to, place);
        yield to.each(attempts, JobEncoding::attempt).done();
      }
      case Job.Dispatched(Lease lease, var attempts, var cancelled) ->
          new Encoder()
              .oneByte(DISPATCHED)
              .instant(lease.dispatchedAt())
              .instant(lease.startBy())
              .instant(lease.deadline())
              .each(attempts, JobEncoding::attempt)
              .optional(cancelled, Encoder::text)
              .done();
      case Job.Settled(Verdict verdict, String codeSha256, String source) ->
          new Encoder().oneByte(SETTLED).text(verdict.name()).text(codeSha256).text(source).done();
    };
  }

  static Job decode(byte[] bytes) {
    Decoder from = new Decoder(bytes);
    int state = from.oneByte();
    return switch (state) {
      case HELD -> new Job.Held(waiting(from), from.each(JobEncoding::attempt));
      case DISPATCHED ->
          new Job.Dispatched(
              new Lease(from.instant(), from.instant(), from.instant()),
              from.each(JobEncoding::attempt),
              from.optional(Decoder::text));
      case SETTLED -> new Job.Settled(Verdict.valueOf(from.text()), from.text(), from.text());
      default -> throw new IllegalStateException("no state of a job has the number " + state);
    };
  }

  static void lane(Encoder to, Lane lane) {
    to.text(lane.tier().name()).text(lane.language());
  }

  static Lane lane(Decoder from) {
    return new Lane(Tier.valueOf(from.text()), from.text());
  }

  private static void waiting(Encoder to, Waiting place) {
    to.text(place.key().toString());
    lane(to, place.lane());
    to.number(place.priority()).number(place.arrival());
  }

  private static Waiting waiting(Decoder from) {
    return new Waiting(JobKey.parse(from.text()), lane(from), from.integer(), from.number());
  }

  private static void attempt(Encoder to, AttemptSummary attempt) {
    to.number(attempt.attempt())
        .text(attempt.verdict().name())
        .text(attempt.message())
        .optional(
            attempt.sandbox(),
            (sandbox, stamp) ->
                sandbox
                    .text(stamp.executor())
                    .text(stamp.sandbox())
                    .text(stamp.engine())
                    .text(stamp.confinement()))
        .number(attempt.usage().wall().toNanos())
        .number(attempt.usage().cpu().toNanos())
        .number(attempt.usage().peakMemory().bytes())
        .instant(attempt.startedAt())
        .instant(attempt.endedAt());
  }

  private static AttemptSummary attempt(Decoder from) {
    return new AttemptSummary(
        from.integer(),
        Verdict.valueOf(from.text()),
        from.text(),
        from.optional(
            stamp -> new SandboxStamp(stamp.text(), stamp.text(), stamp.text(), stamp.text())),
        new Usage(
            Duration.ofNanos(from.number()),
            Duration.ofNanos(from.number()),
            new ByteSize(from.number())),
        from.instant(),
        from.instant());
  }
}
