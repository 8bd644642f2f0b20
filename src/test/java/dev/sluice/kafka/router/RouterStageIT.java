package dev.sluice.kafka.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.job.Assignment;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.kafka.broker.EmbeddedBroker;
import dev.sluice.kafka.broker.EmbeddedBrokerSettings;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The router against a real broker. */
class RouterStageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private EmbeddedBroker broker;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void open() {
    broker = EmbeddedBroker.start(EmbeddedBrokerSettings.DEFAULTS);
    producer =
        new KafkaProducer<>(
            broker.clientSettings().clientProperties(),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    write(Topics.TENANTS, "default", Codecs.POLICY.encode(TestingRouter.policy("default", 2, 3)));
  }

  @AfterEach
  void close() {
    producer.close();
    broker.close();
  }

  @Test
  void a_router_that_lost_its_folder_goes_on_where_the_last_one_stopped() {
    try (RouterStage _ = router("first")) {
      offerSlots();
      for (int job = 1; job <= 4; job++) {
        submit("" + job);
      }
      List<Assignment> first = read(Topics.JOBS_ISOLATE, Codecs.ASSIGNMENT, 2);
      finish(first.getFirst());
      read(Topics.JOBS_ISOLATE, Codecs.ASSIGNMENT, 3);
    }

    try (RouterStage _ = router("second")) {
      submit("1");
      submit("2");
      for (int done = 1; done < 4; done++) {
        offerSlots();
        finish(read(Topics.JOBS_ISOLATE, Codecs.ASSIGNMENT, done + 1).get(done));
      }
      List<JobResult> results = read(Topics.RESULTS, Codecs.RESULT, 4);
      submit("5");
      read(Topics.JOBS_ISOLATE, Codecs.ASSIGNMENT, 5);

      assertThat(results).extracting(JobResult::verdict).containsOnly(Verdict.SUCCEEDED);
      assertThat(read(Topics.RESULTS, Codecs.RESULT, 4))
          .extracting(result -> result.key().job().value())
          .containsExactlyInAnyOrder("1", "2", "3", "4");
      assertThat(read(Topics.JOBS_ISOLATE, Codecs.ASSIGNMENT, 5))
          .extracting(assignment -> assignment.key().job().value())
          .containsExactly("1", "2", "3", "4", "5");
    }
  }

  private RouterStage router(String name) {
    RouterSettings settings =
        RouterSettings.DEFAULTS.withoutReplicas().withStateFolder(folder.resolve(name));
    RouterStage stage = new RouterStage(settings, broker.clientSettings().clientProperties());
    stage.start();
    await().atMost(PATIENCE).until(stage::isRunning);
    return stage;
  }

  private void offerSlots() {
    PoolCapacity capacity =
        new PoolCapacity(
            "executor-1",
            Tier.ISOLATE,
            new Offer.Available(4, Set.of(Languages.JAVASCRIPT.name())),
            Optional.empty(),
            Instant.now());
    write(Topics.CAPACITY, "executor-1/isolate", Codecs.CAPACITY.encode(capacity));
  }

  private void submit(String job) {
    write(
        Topics.VALIDATED,
        "a",
        Codecs.VALIDATED_SUBMISSION.encode(TestingRouter.accepted("a", job)));
  }

  private void finish(Assignment assignment) {
    write(
        Topics.OUTCOMES,
        "a",
        Codecs.OUTCOME.encode(TestingRouter.success(assignment, Instant.now())));
  }

  private void write(String topic, String key, byte[] value) {
    var _ = producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
    producer.flush();
  }

  /** All committed records of a topic, once there are as many. */
  private <T> List<T> read(String topic, Codec<T> codec, int atLeast) {
    List<T> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            broker.clientSettings().clientProperties(Map.of("isolation.level", "read_committed")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(record -> found.add(TestingRouter.decoded(codec, record.value())));
                return found.size() >= atLeast;
              });
    }
    return found;
  }
}
