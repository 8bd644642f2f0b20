package dev.sluice.kafka.stage;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record was read; unique to the record. */
public record Origin(String topic, int partition, long offset) {

  public static Origin of(RecordMetadata metadata) {
    return new Origin(metadata.topic(), metadata.partition(), metadata.offset());
  }

  public static Origin of(ConsumerRecord<?, ?> record) {
    return new Origin(record.topic(), record.partition(), record.offset());
  }

  /** Topic, partition and offset, as audit events and the ledger name a source. */
  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
