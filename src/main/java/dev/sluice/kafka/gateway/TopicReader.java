package dev.sluice.kafka.gateway;

import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic, committed records only, in no group. A record that cannot be
 * decoded is logged and left out. Partitions that are added later are not seen. One thread.
 */
final class TopicReader<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

  /** How long a question about partitions and offsets may take; records are waited for apart. */
  private static final Duration CALL_PATIENCE = Duration.ofSeconds(10);

  private final Codec<T> codec;
  private final KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer;
  private final Map<TopicPartition, Long> endAtOpening;

  /**
   * One record.
   *
   * @param value empty for one without a value, which takes its key away from a table
   */
  record Item<T>(String key, Optional<T> value, int partition, long offset) {}

  private TopicReader(
      Codec<T> codec,
      KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer,
      Map<TopicPartition, Long> endAtOpening) {
    this.codec = codec;
    this.consumer = consumer;
    this.endAtOpening = endAtOpening;
  }

  static <T> TopicReader<T> open(
      KafkaSettings settings, String topic, Codec<T> codec, Start start) {
    KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer =
        CommittedConsumer.open(
            settings,
            Map.of(
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) CALL_PATIENCE.toMillis()));
    try {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      switch (start) {
        case EARLIEST -> consumer.seekToBeginning(partitions);
        case NOW -> end.forEach(consumer::seek);
      }
      return new TopicReader<>(codec, consumer, end);
    } catch (KafkaException failure) {
      consumer.close();
      throw new GatewayException("cannot read " + topic + ": " + failure.getMessage(), failure);
    } catch (RuntimeException failure) {
      consumer.close();
      throw failure;
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic);
    if (known == null || known.isEmpty()) {
      throw new GatewayException(
          "the cluster has no topic " + topic + ": apply the topics to it first");
    }
    return known.stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /** The next records, in order within each partition; empty when none came within the patience. */
  List<Item<T>> next(Duration patience) {
    List<Item<T>> items = new ArrayList<>();
    try {
      consumer.poll(patience).forEach(record -> decode(record).ifPresent(items::add));
    } catch (KafkaException failure) {
      throw new GatewayException("cannot read on: " + failure.getMessage(), failure);
    }
    return items;
  }

  private Optional<Item<T>> decode(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
    byte[] key = record.key();
    byte[] value = record.value();
    String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    try {
      return Optional.of(
          new Item<>(
              name,
              value == null ? Optional.empty() : Optional.of(codec.decode(value)),
              record.partition(),
              record.offset()));
    } catch (UndecodableException failure) {
      LOG.warn(
          "{}-{}-{} is left out: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          failure.getMessage());
      return Optional.empty();
    }
  }

  /** Whether everything that was there at the opening has been read. */
  boolean caughtUp() {
    return endAtOpening.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
