package dev.sluice.kafka.stage;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/** What every Kafka Streams stage is set up with; each adds its own to the answer. */
public final class StreamsProperties {
  /** More than any topic takes: it is the topics that say what is too large. */
  private static final int LARGEST_REQUEST_BYTES = 32 * 1024 * 1024;

  private StreamsProperties() {}

  /**
   * The common ground.
   *
   * @param client properties for every Kafka client, {@code bootstrap.servers} at least
   */
  public static Properties of(String applicationId, Map<String, Object> client) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, SetAsideOversize.class);
    // A timestamp that makes no sense is no reason to stop, nor to skip the record.
    properties.put(
        StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
        UsePartitionTimeOnInvalidTimestamp.class);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        LARGEST_REQUEST_BYTES);
    return properties;
  }
}
