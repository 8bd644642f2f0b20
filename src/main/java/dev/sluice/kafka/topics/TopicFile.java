package dev.sluice.kafka.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a topic's file: a Strimzi {@code KafkaTopic} resource, {@code kafka.strimzi.io/v1}. The
 * annotation {@code sluice.dev/partitions: fixed} says that the number of partitions may never
 * change.
 */
final class TopicFile {
  private static final String API_VERSION = "kafka.strimzi.io/v1";
  private static final String KIND = "KafkaTopic";
  private static final Set<String> SPECIFIED =
      Set.of("topicName", "partitions", "replicas", "config");
  private static final ObjectReader YAML = new YAMLMapper().reader();

  private final String file;
  private final JsonNode root;

  private TopicFile(String file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * @param file what errors call it
   * @throws IllegalArgumentException that names file, field and value
   */
  static WantedTopic read(String file, String yaml) {
    try {
      return new TopicFile(file, YAML.readTree(yaml)).topic();
    } catch (JsonProcessingException notYaml) {
      throw new IllegalArgumentException(file + ": " + notYaml.getMessage(), notYaml);
    }
  }

  private WantedTopic topic() {
    require("apiVersion", API_VERSION);
    require("kind", KIND);
    JsonNode spec = root.path("spec");
    spec.fieldNames()
        .forEachRemaining(
            field -> {
              if (!SPECIFIED.contains(field)) {
                throw wrong("spec." + field, "is not known");
              }
            });
    String name = spec.path("topicName").asText(root.path("metadata").path("name").asText());
    if (name.isEmpty()) {
      throw wrong("metadata.name", "must not be empty");
    }
    int partitions = count(spec, "partitions");
    int replicas = count(spec, "replicas");
    boolean fixed = fixed();
    Map<String, String> config = config(spec);
    try {
      return new WantedTopic(name, partitions, fixed, replicas, config);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(file + ": spec." + refused.getMessage(), refused);
    }
  }

  private boolean fixed() {
    JsonNode annotation = root.path("metadata").path("annotations").path("sluice.dev/partitions");
    if (annotation.isMissingNode()) {
      return false;
    }
    if (!annotation.asText().equals("fixed")) {
      throw wrong("metadata.annotations.sluice.dev/partitions", "must be fixed: " + annotation);
    }
    return true;
  }

  private int count(JsonNode spec, String field) {
    JsonNode value = spec.path(field);
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw wrong("spec." + field, "must be a whole number: " + value);
    }
    return value.intValue();
  }

  private Map<String, String> config(JsonNode spec) {
    Map<String, String> config = new HashMap<>();
    spec.path("config")
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw wrong(
                    "spec.config." + entry.getKey(), "must be a value: " + entry.getValue());
              }
              config.put(entry.getKey(), entry.getValue().asText());
            });
    return config;
  }

  private void require(String field, String expected) {
    if (!root.path(field).asText().equals(expected)) {
      throw wrong(field, "must be " + expected + ": " + root.path(field));
    }
  }

  private IllegalArgumentException wrong(String field, String what) {
    return new IllegalArgumentException(file + ": " + field + " " + what);
  }
}
