package dev.sluice.kafka.gateway;

import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.UndecodableException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads single records of a topic by their place. One thread at a time. */
final class RecordPicker<T> implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String topic;
  private final Codec<T> codec;
  private final KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer;

  RecordPicker(KafkaSettings settings, String topic, Codec<T> codec) {
    this.topic = topic;
    this.codec = codec;
    this.consumer =
        CommittedConsumer.open(
            settings,
            Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                // A fetch brings at least one batch, and here nobody wants more.
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                1));
  }

  /** The record at a place; empty when its topic has let it go. Waits for the cluster. */
  Optional<T> pick(int partition, long offset) {
    TopicPartition place = new TopicPartition(topic, partition);
    try {
      consumer.assign(List.of(place));
      consumer.seek(place, offset);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        Iterator<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records =
            consumer.poll(PATIENCE).iterator();
        if (records.hasNext()) {
          ConsumerRecord<byte @Nullable [], byte @Nullable []> first = records.next();
          byte[] value = first.value();
          return first.offset() == offset && value != null
              ? Optional.of(codec.decode(value))
              : Optional.empty();
        }
      }
    } catch (KafkaException | UndecodableException failure) {
      throw new GatewayException(
          "cannot read %s-%d-%d: %s".formatted(topic, partition, offset, failure.getMessage()),
          failure);
    }
    throw new GatewayException(
        "%s-%d-%d did not come within %s".formatted(topic, partition, offset, PATIENCE));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
