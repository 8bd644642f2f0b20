package dev.sluice.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFileTest {
  private static final String GOOD =
      """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata:
        name: code.jobs
        annotations:
          sluice.dev/partitions: fixed
      spec:
        partitions: 12
        replicas: 3
        config:
          retention.ms: 604800000
          cleanup.policy: compact
      """;

  @Test
  void a_topic_is_read_with_its_settings_as_text() {
    assertThat(TopicFile.read("jobs.yaml", GOOD))
        .isEqualTo(
            new WantedTopic(
                "code.jobs",
                12,
                true,
                3,
                Map.of("retention.ms", "604800000", "cleanup.policy", "compact")));
  }

  @Test
  void a_topic_may_have_a_name_that_its_resource_cannot_have() {
    String yaml = GOOD.replace("spec:", "spec:\n  topicName: Code_Jobs");

    assertThat(TopicFile.read("jobs.yaml", yaml).name()).isEqualTo("Code_Jobs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          partitions: 12          | partitions: 0           | jobs.yaml: spec.partitions must be at least 1: 0
          partitions: 12          | partitions: many        | jobs.yaml: spec.partitions must be a whole number: "many"
          replicas: 3             | replicas: 40000         | jobs.yaml: spec.replicas must be 1 to 32767: 40000
          replicas: 3             | replica: 3              | jobs.yaml: spec.replica is not known
          kind: KafkaTopic        | kind: KafkaUser         | jobs.yaml: kind must be KafkaTopic: "KafkaUser"
          kafka.strimzi.io/v1     | kafka.strimzi.io/v1beta2| jobs.yaml: apiVersion must be kafka.strimzi.io/v1: "kafka.strimzi.io/v1beta2"
          partitions: fixed       | partitions: few         | jobs.yaml: metadata.annotations.sluice.dev/partitions must be fixed: "few"
          retention.ms: 604800000 | retention.ms: []        | jobs.yaml: spec.config.retention.ms must be a value: []
          """)
  void what_is_wrong_is_named_with_file_field_and_value(String from, String to, String message) {
    assertThatThrownBy(() -> TopicFile.read("jobs.yaml", GOOD.replace(from, to)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void what_is_not_yaml_is_named_with_its_file() {
    assertThatThrownBy(() -> TopicFile.read("jobs.yaml", "a: [b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("jobs.yaml: ");
  }
}
