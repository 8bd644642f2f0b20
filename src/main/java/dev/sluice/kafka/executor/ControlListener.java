package dev.sluice.kafka.executor;

import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears every request to cancel, from a while before it was started, and stops the job if it runs
 * here. Every executor hears all of them. What it cannot read it leaves to the router, which sets
 * it aside. Owns its thread.
 */
final class ControlListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlListener.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration LOOK_BACK = Duration.ofMinutes(5);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final Map<String, Object> client;
  private final RunningJobs running;
  private final Thread thread = Thread.ofPlatform().name("executor-control").unstarted(this::hear);
  private volatile boolean closing;

  ControlListener(Map<String, Object> client, RunningJobs running) {
    this.client = client;
    this.running = running;
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(CLOSE_PATIENCE)) {
        LOG.warn("stage=executor the control listener did not end within {}", CLOSE_PATIENCE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear() {
    Instant from = Instant.now().minus(LOOK_BACK);
    while (!closing) {
      try (KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer =
          new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        seek(consumer, from);
        while (!closing) {
          consumer.poll(POLL).forEach(this::cancel);
        }
      } catch (KafkaException failure) {
        LOG.error("stage=executor cancellations cannot be heard; trying again", failure);
        from = Instant.now().minus(LOOK_BACK);
      }
    }
  }

  private void cancel(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    try {
      running.cancel(Codecs.CONTROL.decode(value).key());
    } catch (UndecodableException unreadable) {
      LOG.debug("stage=executor a control record cannot be read: {}", unreadable.getMessage());
    }
  }

  private static void seek(KafkaConsumer<?, ?> consumer, Instant from) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.CONTROL).stream()
            .map(partition -> new TopicPartition(Topics.CONTROL, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    consumer
        .offsetsForTimes(
            partitions.stream()
                .collect(Collectors.toMap(Function.identity(), _ -> from.toEpochMilli())))
        .forEach(
            (partition, found) -> {
              if (found != null) {
                consumer.seek(partition, found.offset());
              }
            });
  }
}
