package dev.sluice.kafka.executor;

import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.HashChain;
import dev.sluice.kafka.stage.AuditTrail;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.sandbox.PoolCapacity;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an executor writes. Any thread; audit records are linked and sent in one order. */
final class Outbound implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST_REQUEST_BYTES = 32 * 1024 * 1024;

  private final KafkaProducer<byte @Nullable [], byte @Nullable []> producer;

  /** Guarded by this: a link's place in the chain is its place in the topic. */
  private final AuditTrail trail;

  Outbound(String executor, Map<String, Object> client) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.trail = new AuditTrail(HashChain.begin("executor-" + executor));
  }

  /**
   * Begins to write an outcome. One that is too large for its topic goes without its output, as a
   * fault of ours.
   */
  Writing outcome(AttemptOutcome outcome) {
    Future<?> sent = send(record(outcome));
    return new Writing() {
      @Override
      public boolean isDone() {
        return sent.isDone();
      }

      @Override
      public boolean await() {
        return switch (written(Topics.OUTCOMES, sent)) {
          case WRITTEN -> true;
          case LOST -> false;
          case TOO_LARGE ->
              written(Topics.OUTCOMES, send(record(withoutOutput(outcome)))) == Written.WRITTEN;
        };
      }
    };
  }

  /** Sets a record aside that cannot be read; false when that could not be written. */
  boolean setAside(DeadLetter letter, AuditRecord event) {
    boolean written = written(Topics.DEAD_LETTERS, send(letter.toProducer())) == Written.WRITTEN;
    audit(event);
    return written;
  }

  /** Does not wait for the broker. */
  synchronized void audit(AuditRecord record) {
    try {
      var _ =
          producer.send(
              trail.toProducer(record),
              (_, failure) -> {
                if (failure != null) {
                  LOG.error("stage=executor an audit record was not written", failure);
                }
              });
    } catch (KafkaException failure) {
      LOG.error("stage=executor an audit record was not written", failure);
    }
  }

  /** Says what a pool can take; an empty capacity takes the word back. Does not wait. */
  void capacity(String key, Optional<PoolCapacity> capacity) {
    try {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  Topics.CAPACITY,
                  key.getBytes(StandardCharsets.UTF_8),
                  capacity.map(Codecs.CAPACITY::encode).orElse(null)));
    } catch (KafkaException failure) {
      LOG.warn("stage=executor capacity was not published", failure);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_PATIENCE);
  }

  private enum Written {
    WRITTEN,
    TOO_LARGE,
    LOST
  }

  private static ProducerRecord<byte @Nullable [], byte @Nullable []> record(
      AttemptOutcome outcome) {
    byte[] tenant = outcome.key().tenant().value().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(Topics.OUTCOMES, tenant, Codecs.OUTCOME.encode(outcome));
  }

  private Future<?> send(ProducerRecord<byte @Nullable [], byte @Nullable []> record) {
    try {
      return producer.send(record);
    } catch (KafkaException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static Written written(String topic, Future<?> sent) {
    try {
      sent.get();
      return Written.WRITTEN;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RecordTooLargeException) {
        return Written.TOO_LARGE;
      }
      LOG.error("stage=executor a record of {} was not written", topic, failure);
      return Written.LOST;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Written.LOST;
    }
  }

  private static AttemptOutcome withoutOutput(AttemptOutcome outcome) {
    return new AttemptOutcome(
        outcome.key(),
        outcome.attempt(),
        outcome.sandbox(),
        new Ending.Failed(
            PlatformFault.INTERNAL, "the outcome is too large for " + Topics.OUTCOMES),
        Output.NONE,
        outcome.usage(),
        outcome.startedAt(),
        outcome.endedAt());
  }
}
