package dev.sluice.kafka.gateway;

import dev.sluice.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records so that each is on every replica in sync, once and in order. A producer may wait
 * for a cluster, so it is asked in a thread of its own, {@value #WAITING} records long at most.
 */
final class RecordWriter implements AutoCloseable {
  private static final int WAITING = 10_000;

  /** More than any topic takes: it is the topics that say what is too large. */
  private static final int LARGEST_REQUEST_BYTES = 32 * 1024 * 1024;

  private static final Duration DELIVERY_PATIENCE = Duration.ofSeconds(30);
  private static final Duration BLOCK_PATIENCE = Duration.ofSeconds(10);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final KafkaProducer<byte @Nullable [], byte @Nullable []> producer;
  private final ThreadPoolExecutor thread;

  RecordWriter(KafkaSettings settings) {
    this.producer =
        new KafkaProducer<>(
            settings.clientProperties(
                Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.LINGER_MS_CONFIG,
                    0,
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    LARGEST_REQUEST_BYTES,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    BLOCK_PATIENCE.toMillis(),
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    (int) BLOCK_PATIENCE.toMillis(),
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    (int) DELIVERY_PATIENCE.toMillis())),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("sluice-gateway-writer").daemon().factory());
  }

  /** Completes exceptionally when the cluster refuses the record or cannot be reached. */
  CompletionStage<Written> write(String topic, String key, byte[] value) {
    return write(() -> new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
  }

  /**
   * Writes what is made in the writer's thread, where records come one after the other.
   *
   * @return completes in the producer's thread
   */
  CompletionStage<Written> write(
      Supplier<ProducerRecord<byte @Nullable [], byte @Nullable []>> record) {
    CompletableFuture<Written> written = new CompletableFuture<>();
    try {
      thread.execute(() -> send(record, written));
    } catch (RejectedExecutionException full) {
      written.completeExceptionally(
          new GatewayException(
              thread.isShutdown()
                  ? "the gateway is closed"
                  : "the gateway has " + WAITING + " records that the cluster has not taken yet"));
    }
    return written;
  }

  private void send(
      Supplier<ProducerRecord<byte @Nullable [], byte @Nullable []>> record,
      CompletableFuture<Written> written) {
    try {
      var _ =
          producer.send(
              record.get(),
              (metadata, failure) -> {
                if (failure == null) {
                  written.complete(
                      new Written(metadata.topic(), metadata.partition(), metadata.offset()));
                } else {
                  written.completeExceptionally(refused(failure));
                }
              });
    } catch (RuntimeException failure) {
      written.completeExceptionally(refused(failure));
    }
  }

  private static GatewayException refused(Exception failure) {
    return new GatewayException(
        "the cluster did not take the record: " + failure.getMessage(), failure);
  }

  /** Waits for what was handed in, a little while. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
    producer.close(CLOSE_PATIENCE);
  }
}
