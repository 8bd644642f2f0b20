package dev.sluice.kafka.gateway;

import dev.sluice.kafka.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Makes the consumers that edges read with: bytes, committed records only, in no group. */
final class CommittedConsumer {
  private CommittedConsumer() {}

  /**
   * A consumer without partitions.
   *
   * @param more what this one is set to besides
   */
  static KafkaConsumer<byte @Nullable [], byte @Nullable []> open(
      KafkaSettings settings, Map<String, Object> more) {
    Map<String, Object> choices = new HashMap<>(more);
    choices.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    choices.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    choices.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(
        settings.clientProperties(choices),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
