package dev.sluice.kafka.router;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Limits;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.job.Tier;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.ledger.Ticket;
import java.time.Duration;

/**
 * A ticket as bytes: the submission as it goes over the wire, and the ledger's own part before it.
 */
final class TicketEncoding {
  private static final int FIRST_FORM = 1;

  private final Codec<Submission> submissions;

  TicketEncoding(Codec<Submission> submissions) {
    this.submissions = submissions;
  }

  byte[] encode(Ticket ticket) {
    Limits limits = ticket.limits();
    return new Encoder()
        .oneByte(FIRST_FORM)
        .text(ticket.source())
        .number(ticket.arrival())
        .text(ticket.route().tier().name())
        .text(ticket.route().reason())
        .number(ticket.policyVersion())
        .number(limits.wall().toNanos())
        .number(limits.cpu().toNanos())
        .number(limits.memory().bytes())
        .number(limits.output().bytes())
        .number(limits.processes())
        .number(limits.disk().bytes())
        .bytes(submissions.encode(ticket.submission()))
        .done();
  }

  Ticket decode(byte[] bytes) {
    Decoder from = new Decoder(bytes);
    int form = from.oneByte();
    if (form != FIRST_FORM) {
      throw new IllegalStateException("no form of a ticket has the number " + form);
    }
    String source = from.text();
    long arrival = from.number();
    Route route = new Route(Tier.valueOf(from.text()), from.text());
    long policyVersion = from.number();
    Limits limits =
        new Limits(
            Duration.ofNanos(from.number()),
            Duration.ofNanos(from.number()),
            new ByteSize(from.number()),
            new ByteSize(from.number()),
            from.integer(),
            new ByteSize(from.number()));
    return new Ticket(submission(from.bytes()), source, arrival, route, policyVersion, limits);
  }

  private Submission submission(byte[] bytes) {
    try {
      return submissions.decode(bytes);
    } catch (UndecodableException ours) {
      throw new IllegalStateException("the ledger kept a submission that it cannot read", ours);
    }
  }
}
