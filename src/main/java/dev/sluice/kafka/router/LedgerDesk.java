package dev.sluice.kafka.router;

import dev.sluice.audit.Stage;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.JobKey;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.stage.Origin;
import dev.sluice.kafka.stage.PolicyTable;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.ledger.Ledger;
import dev.sluice.ledger.LedgerEvent;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.verdict.AttemptOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One partition's ledger at work: turns records into events, and effects into records. What goes
 * in, what comes out and the state are one transaction. One stream thread.
 */
final class LedgerDesk {
  private final ProcessorContext<byte @Nullable [], byte @Nullable []> context;
  private final Ledger ledger;
  private final StoredLedgerState state;
  private final PolicyTable policies;
  private final CapacityTable capacity;
  private final Outbox outbox;
  private Instant now = Instant.EPOCH;

  LedgerDesk(
      RouterSettings settings, ProcessorContext<byte @Nullable [], byte @Nullable []> context) {
    this.context = context;
    this.ledger = new Ledger(settings.ledger());
    this.state =
        new StoredLedgerState(
            context.getStateStore(RouterTopology.JOBS_STORE),
            context.getStateStore(RouterTopology.COUNTS_STORE),
            Codecs.SUBMISSION);
    this.policies =
        new PolicyTable(context.getStateStore(RouterTopology.POLICIES.store()), Codecs.POLICY);
    this.capacity =
        new CapacityTable(
            context.getStateStore(RouterTopology.CAPACITY.store()),
            Codecs.CAPACITY,
            settings.capacityLifetime());
    String chain = settings.applicationId() + "-" + context.taskId().partition();
    this.outbox = new Outbox(context, state, chain);
    capacity.refresh(time());
  }

  /** Takes a record in. One that cannot be read is set aside. */
  void take(Record<byte @Nullable [], byte @Nullable []> record) {
    Origin origin = Origin.of(context.recordMetadata().orElseThrow());
    Instant at = time();
    try {
      handle(event(origin, record), at);
    } catch (UndecodableException unreadable) {
      String error = String.valueOf(unreadable.getMessage());
      outbox.setAside(DeadLetter.of(Stage.ROUTER, origin, record, error), at);
    }
  }

  /** Lets the ledger see that time has passed. */
  void tick() {
    Instant at = time();
    capacity.refresh(at);
    handle(new LedgerEvent.TimePassed(), at);
  }

  private void handle(LedgerEvent event, Instant at) {
    outbox.send(ledger.handle(event, state, policies, capacity, at), at);
  }

  private static LedgerEvent event(
      Origin origin, Record<byte @Nullable [], byte @Nullable []> record)
      throws UndecodableException {
    byte[] value = record.value();
    if (value == null) {
      throw new UndecodableException("the record has no value");
    }
    return switch (origin.topic()) {
      case Topics.VALIDATED -> {
        ValidatedSubmission submission = Codecs.VALIDATED_SUBMISSION.decode(value);
        requireKey(record.key(), submission.submission().key());
        yield new LedgerEvent.SubmissionJudged(submission, origin.toString());
      }
      case Topics.OUTCOMES -> {
        AttemptOutcome outcome = Codecs.OUTCOME.decode(value);
        requireKey(record.key(), outcome.key());
        yield new LedgerEvent.OutcomeArrived(outcome);
      }
      case Topics.CONTROL -> {
        CancelRequest request = Codecs.CONTROL.decode(value);
        requireKey(record.key(), request.key());
        yield new LedgerEvent.CancelAsked(request.key(), request.reason(), origin.toString());
      }
      default -> throw new IllegalStateException("the router does not read " + origin.topic());
    };
  }

  /** A record under another key may be on another partition than its tenant's account. */
  private static void requireKey(byte @Nullable [] key, JobKey job) throws UndecodableException {
    byte[] tenant = job.tenant().value().getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(key, tenant)) {
      throw new UndecodableException("the record's key is not its tenant, " + job.tenant());
    }
  }

  /** The wall clock, but never back. */
  private Instant time() {
    Instant clock = Instant.ofEpochMilli(context.currentSystemTimeMs());
    if (clock.isAfter(now)) {
      now = clock;
    }
    return now;
  }
}
