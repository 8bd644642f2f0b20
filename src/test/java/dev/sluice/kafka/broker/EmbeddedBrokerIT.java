package dev.sluice.kafka.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.kafka.topics.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  @TempDir Path folder;

  @Test
  void a_share_group_gets_its_first_record_within_four_seconds_of_its_start() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.DEFAULTS)) {
      readFromTheStart(broker, "first-readers");
      write(broker, "hello");

      long start = System.nanoTime();
      String value = "";
      try (KafkaShareConsumer<String, String> consumer =
          new KafkaShareConsumer<>(
              broker.clientSettings().clientProperties(Map.of("group.id", "first-readers")),
              new StringDeserializer(),
              new StringDeserializer())) {
        consumer.subscribe(List.of(Topics.JOBS_ISOLATE));
        Duration patience = Duration.ofSeconds(30);
        while (value.isEmpty() && elapsed(start).compareTo(patience) < 0) {
          for (var record : consumer.poll(Duration.ofMillis(100))) {
            value = record.value();
          }
        }
      }

      assertThat(value).isEqualTo("hello");
      assertThat(elapsed(start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void a_named_folder_keeps_its_records_over_a_restart() throws Exception {
    EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.DEFAULTS.in(folder.resolve("data"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
      write(broker, "kept");
    }

    try (EmbeddedBroker again = EmbeddedBroker.start(settings)) {
      assertThat(onlyValue(again)).isEqualTo("kept");
    }
  }

  @Test
  void a_folder_in_use_is_refused_by_name() {
    EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.DEFAULTS.in(folder);
    try (EmbeddedBroker _ = EmbeddedBroker.start(settings)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(settings))
          .isInstanceOf(BrokerException.class)
          .hasMessage("the data folder " + folder + " is in use by another embedded broker");
    }
  }

  @Test
  void a_taken_port_is_an_error_and_leaves_the_folder_free() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedBrokerSettings settings =
          EmbeddedBrokerSettings.DEFAULTS.in(folder).on(taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedBroker.start(settings))
          .isInstanceOf(BrokerException.class)
          .hasMessage("port " + taken.getLocalPort() + " on 127.0.0.1 is in use");
    }
    DataFolder.open(Optional.of(folder)).close();
  }

  @Test
  void a_temporary_folder_is_gone_after_closing() throws Exception {
    Set<Path> before = temporaryFolders();

    EmbeddedBroker.start(EmbeddedBrokerSettings.DEFAULTS).close();

    assertThat(before).containsAll(temporaryFolders());
  }

  private static Set<Path> temporaryFolders() throws Exception {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("sluice-kafka-"))
          .collect(Collectors.toSet());
    }
  }

  private static void readFromTheStart(EmbeddedBroker broker, String group) throws Exception {
    try (Admin admin = Admin.create(broker.clientSettings().clientProperties())) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, group),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("share.auto.offset.reset", "earliest"),
                          AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private static void write(EmbeddedBroker broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            broker.clientSettings().clientProperties(),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.JOBS_ISOLATE, "t", value)).get();
    }
  }

  private static String onlyValue(EmbeddedBroker broker) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            broker.clientSettings().clientProperties(),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(Topics.JOBS_ISOLATE, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }

  private static Duration elapsed(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
