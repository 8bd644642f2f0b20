package dev.sluice.kafka.broker;

import dev.sluice.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The broker that all integration tests of a JVM share, started by the first and closed after the
 * last. Tests keep out of one another's way by tenants of their own; one that needs the topics for
 * itself starts an {@link EmbeddedBroker} of its own.
 *
 * <p>Use: {@code @RegisterExtension static final TestingBroker broker = new TestingBroker();}
 */
public final class TestingBroker implements BeforeAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private @Nullable EmbeddedBroker broker;

  @Override
  public void beforeAll(ExtensionContext context) {
    broker =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(TestingBroker.class))
            .getOrComputeIfAbsent(
                EmbeddedBroker.class,
                _ -> EmbeddedBroker.start(EmbeddedBrokerSettings.DEFAULTS),
                EmbeddedBroker.class);
  }

  public String bootstrapServers() {
    return started().bootstrapServers();
  }

  public KafkaSettings settings() {
    return started().clientSettings();
  }

  /** Writes a record, of any size, and returns when the broker has it. */
  public void write(String topic, byte @Nullable [] key, byte @Nullable [] value) {
    try (KafkaProducer<byte @Nullable [], byte @Nullable []> producer =
        new KafkaProducer<>(
            settings().clientProperties(Map.of("max.request.size", 64 * 1024 * 1024)),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException failure) {
      throw new AssertionError("the broker did not take a record of " + topic, failure.getCause());
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new AssertionError(failure);
    }
  }

  public void write(String topic, String key, byte @Nullable [] value) {
    write(topic, key.getBytes(StandardCharsets.UTF_8), value);
  }

  /**
   * Reads a topic from its start, committed records only, and returns those that match once there
   * are as many as expected.
   */
  public List<ConsumerRecord<byte[], byte[]>> read(
      String topic, int expected, Predicate<ConsumerRecord<byte[], byte[]>> which) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            settings().clientProperties(Map.of("isolation.level", "read_committed")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (found.size() < expected) {
        if (System.nanoTime() > end) {
          throw new AssertionError(
              "%s has %d of %d expected records after %s"
                  .formatted(topic, found.size(), expected, PATIENCE));
        }
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (which.test(record)) {
                    found.add(record);
                  }
                });
      }
    }
    return found;
  }

  private EmbeddedBroker started() {
    if (broker == null) {
      throw new IllegalStateException("register TestingBroker as a static extension");
    }
    return broker;
  }
}
