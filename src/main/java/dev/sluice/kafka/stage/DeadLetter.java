package dev.sluice.kafka.stage;

import dev.sluice.audit.AuditEvent;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.Stage;
import dev.sluice.job.TenantId;
import dev.sluice.kafka.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A record that a stage could not take, on its way to {@code code.dead-letters}: key and value byte
 * for byte, its own headers, and headers that say where it came from and what was wrong with it.
 */
public final class DeadLetter {
  /** What was wrong, in words. */
  public static final String ERROR = "dlq.error";

  /** The stage that could not take it. */
  public static final String STAGE = "dlq.stage";

  public static final String SOURCE_TOPIC = "dlq.source.topic";
  public static final String SOURCE_PARTITION = "dlq.source.partition";
  public static final String SOURCE_OFFSET = "dlq.source.offset";

  private static final int ERROR_CHARACTERS = 1_000;

  private final Stage stage;
  private final Origin origin;
  private final String error;
  private final byte @Nullable [] key;
  private final byte @Nullable [] value;
  private final Headers headers;

  private DeadLetter(
      Stage stage,
      Origin origin,
      String error,
      ProducerRecord<byte @Nullable [], byte @Nullable []> content) {
    this.stage = stage;
    this.origin = origin;
    this.error = shown(error);
    this.key = content.key();
    this.value = content.value();
    this.headers =
        new RecordHeaders(content.headers())
            .add(ERROR, utf8(this.error))
            .add(STAGE, utf8(stage.word()))
            .add(SOURCE_TOPIC, utf8(origin.topic()))
            .add(SOURCE_PARTITION, utf8(Integer.toString(origin.partition())))
            .add(SOURCE_OFFSET, utf8(Long.toString(origin.offset())));
  }

  /** A record out of a topology. */
  public static DeadLetter of(
      Stage stage,
      Origin origin,
      Record<byte @Nullable [], byte @Nullable []> record,
      String error) {
    return new DeadLetter(
        stage, origin, error, content(record.key(), record.value(), record.headers()));
  }

  /** A record out of a consumer. */
  public static DeadLetter of(
      Stage stage, ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String error) {
    return new DeadLetter(
        stage, Origin.of(record), error, content(record.key(), record.value(), record.headers()));
  }

  /** For a topology's sink. */
  public Record<byte @Nullable [], byte @Nullable []> toStreams(Instant at) {
    return new Record<>(key, value, at.toEpochMilli(), headers);
  }

  /** For a producer. */
  public ProducerRecord<byte @Nullable [], byte @Nullable []> toProducer() {
    return content(key, value, headers);
  }

  /** The event that tells of it. It belongs to the platform: nobody's claim was read. */
  public AuditRecord event(Instant at) {
    return AuditRecord.of(
        stage, TenantId.PLATFORM, new AuditEvent.DeadLettered(origin.toString(), error), at);
  }

  private static ProducerRecord<byte @Nullable [], byte @Nullable []> content(
      byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    return new ProducerRecord<>(Topics.DEAD_LETTERS, null, key, value, headers);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Errors quote what nobody has checked: no control characters, and an end. */
  private static String shown(String error) {
    String plain = error.replaceAll("\\p{C}", "?");
    return plain.length() <= ERROR_CHARACTERS ? plain : plain.substring(0, ERROR_CHARACTERS) + "…";
  }
}
