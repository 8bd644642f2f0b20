package dev.sluice.kafka.router;

import dev.sluice.audit.Stage;
import dev.sluice.kafka.stage.StreamsProperties;
import dev.sluice.kafka.stage.StreamsRunner;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The router as a running stage. {@link #start} returns at once; {@link #close} returns when the
 * last transaction is done. Any thread may call.
 */
public final class RouterStage implements AutoCloseable {
  private final StateFolder folder;
  private final StreamsRunner runner;

  /**
   * A stage that is not started yet.
   *
   * @param client properties for every Kafka client, {@code bootstrap.servers} at least
   */
  public RouterStage(RouterSettings settings, Map<String, Object> client) {
    this.folder = StateFolder.of(settings.stateFolder());
    this.runner =
        new StreamsRunner(
            Stage.ROUTER, RouterTopology.of(settings), properties(settings, folder, client));
  }

  public void start() {
    runner.start();
  }

  /** Whether it has its partitions and is at work. */
  public boolean isRunning() {
    return runner.isRunning();
  }

  @Override
  public void close() {
    runner.close();
    folder.close();
  }

  static Properties properties(
      RouterSettings settings, StateFolder folder, Map<String, Object> client) {
    Properties properties = StreamsProperties.of(settings.applicationId(), client);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicationFactor());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.path().toString());
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1);
    // How long a transaction waits before it asks again whether the one before it is over; the
    // default is 100 ms.
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5);
    // A transaction's first batch may be sent back while the one before is being ended. Batches
    // sent
    // behind it would then arrive out of order, be refused, and fill the broker's log.
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
    hurryAfterCrashes(properties);
    return properties;
  }

  /** A router that was killed holds its tenants up until the group misses its heartbeat. */
  private static void hurryAfterCrashes(Properties properties) {
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
  }
}
