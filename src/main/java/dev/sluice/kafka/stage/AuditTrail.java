package dev.sluice.kafka.stage;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.HashChain;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One writer's part of {@code code.audit}: links each record into the writer's chain and encodes
 * it, keyed by tenant. The caller writes what it gets, in the order it gets it. One thread.
 */
public final class AuditTrail {
  private final HashChain chain;

  public AuditTrail(HashChain chain) {
    this.chain = chain;
  }

  /** For a topology's sink. */
  public Record<byte @Nullable [], byte @Nullable []> toStreams(AuditRecord record, Instant at) {
    return new Record<>(key(record), entry(record), at.toEpochMilli());
  }

  /** For a producer. */
  public ProducerRecord<byte @Nullable [], byte @Nullable []> toProducer(AuditRecord record) {
    return new ProducerRecord<>(Topics.AUDIT, key(record), entry(record));
  }

  private byte[] entry(AuditRecord record) {
    return Codecs.AUDIT.encode(new AuditEntry(record, chain.append(record)));
  }

  private static byte[] key(AuditRecord record) {
    return record.tenant().value().getBytes(StandardCharsets.UTF_8);
  }
}
