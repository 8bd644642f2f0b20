package dev.sluice.kafka.validator;

import dev.sluice.audit.Stage;
import dev.sluice.kafka.stage.StreamsProperties;
import dev.sluice.kafka.stage.StreamsRunner;
import dev.sluice.validate.SyntaxChecker;
import dev.sluice.validate.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The validator as a running stage. Any number of processes share the work. {@link #start} returns
 * at once; {@link #close} returns when what was judged is written. Any thread may call.
 */
public final class ValidatorStage implements AutoCloseable {
  private static final String APPLICATION = "sluice-validator";

  /** How much is judged a second time after a crash. */
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

  private final StreamsRunner runner;

  /**
   * A stage that is not started yet.
   *
   * @param client properties for every Kafka client, {@code bootstrap.servers} at least
   * @param parsers one for each language whose syntax is checked before it runs
   */
  public ValidatorStage(Map<String, Object> client, List<SyntaxChecker> parsers) {
    this.runner =
        new StreamsRunner(
            Stage.VALIDATOR,
            ValidatorTopology.of(
                new Validator(parsers), UUID.randomUUID().toString().substring(0, 8)),
            properties(client));
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
  }

  static Properties properties(Map<String, Object> client) {
    Properties properties = StreamsProperties.of(APPLICATION, client);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
    // Streams' own default, 100 ms, is for throughput; a job waits for every one of them.
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1);
    return properties;
  }
}
