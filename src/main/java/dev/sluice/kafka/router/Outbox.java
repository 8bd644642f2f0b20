package dev.sluice.kafka.router;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.ChainLink;
import dev.sluice.audit.HashChain;
import dev.sluice.job.Assignment;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.ledger.LedgerEffect;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger's effects become records. Keeps the audit chain's last link in the state. One
 * stream thread.
 */
final class Outbox {
  private final ProcessorContext<byte @Nullable [], byte @Nullable []> context;
  private final StoredLedgerState state;
  private final HashChain chain;

  Outbox(
      ProcessorContext<byte @Nullable [], byte @Nullable []> context,
      StoredLedgerState state,
      String chainName) {
    this.context = context;
    this.state = state;
    this.chain =
        state.chainHead().map(HashChain::after).orElseGet(() -> HashChain.begin(chainName));
  }

  void send(List<LedgerEffect> effects, Instant at) {
    for (LedgerEffect effect : effects) {
      switch (effect) {
        case LedgerEffect.Dispatch(Assignment assignment) ->
            forward(
                Topics.jobsOf(assignment.route().tier()),
                assignment.key().tenant().value(),
                Codecs.ASSIGNMENT.encode(assignment),
                at);
        case LedgerEffect.Settle(JobResult result) ->
            forward(
                Topics.RESULTS, result.key().tenant().value(), Codecs.RESULT.encode(result), at);
        case LedgerEffect.Announce(JobStatus status) ->
            forward(Topics.STATUS, status.key().toString(), Codecs.STATUS.encode(status), at);
        case LedgerEffect.Audit(AuditRecord record) -> audit(record, at);
      }
    }
  }

  /** Puts a record that cannot be read into the dead letters, byte for byte. */
  void setAside(DeadLetter letter, Instant at) {
    context.forward(letter.toStreams(at), Topics.DEAD_LETTERS);
    audit(letter.event(at), at);
  }

  private void audit(AuditRecord record, Instant at) {
    ChainLink link = chain.append(record);
    state.chainHead(link);
    forward(
        Topics.AUDIT,
        record.tenant().value(),
        Codecs.AUDIT.encode(new AuditEntry(record, link)),
        at);
  }

  private void forward(String topic, String key, byte[] value, Instant at) {
    context.forward(
        new Record<>(
            key.getBytes(StandardCharsets.UTF_8), value, at.toEpochMilli(), new RecordHeaders()),
        topic);
  }
}
