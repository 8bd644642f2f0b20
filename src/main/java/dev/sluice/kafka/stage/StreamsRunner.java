package dev.sluice.kafka.stage;

import dev.sluice.audit.Stage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topology at work. A thread that fails is replaced by one that begins at the last commit, not
 * faster than one in a while, so that a broker in trouble is not hammered. Any thread may call.
 */
public final class StreamsRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);
  private static final Duration BEFORE_REPLACEMENT = Duration.ofSeconds(1);

  private final Stage stage;
  private final KafkaStreams streams;
  private final CountDownLatch closing = new CountDownLatch(1);

  public StreamsRunner(Stage stage, Topology topology, Properties properties) {
    this.stage = stage;
    this.streams = new KafkaStreams(topology, properties);
    streams.setUncaughtExceptionHandler(this::replace);
  }

  /** Returns at once; the first records flow when the group has its partitions. */
  public void start() {
    streams.start();
  }

  /** Whether it has its partitions and is at work. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** Returns when what was begun is written and committed, or after 20 s. */
  @Override
  public void close() {
    closing.countDown();
    // Without leaving, its partitions would lie idle until the group misses its heartbeat.
    if (!streams.close(
        CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(CLOSE_PATIENCE))) {
      LOG.warn("stage={} did not close within {}", stage.word(), CLOSE_PATIENCE);
    }
  }

  private StreamThreadExceptionResponse replace(Throwable failure) {
    LOG.error("stage={} a stream thread failed and is replaced", stage.word(), failure);
    try {
      return closing.await(BEFORE_REPLACEMENT.toMillis(), TimeUnit.MILLISECONDS)
          ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
          : StreamThreadExceptionResponse.REPLACE_THREAD;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }
}
