package dev.sluice.kafka.topics;

import java.util.Map;

/**
 * A topic as its file describes it.
 *
 * @param partitionsFixed whether the number of partitions may never change once the topic is there
 * @param config the broker's settings for this topic; one that is not named here is left alone
 */
public record WantedTopic(
    String name,
    int partitions,
    boolean partitionsFixed,
    int replicas,
    Map<String, String> config) {

  public WantedTopic {
    config = Map.copyOf(config);
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1: " + partitions);
    }
    if (replicas < 1 || replicas > Short.MAX_VALUE) {
      throw new IllegalArgumentException("replicas must be 1 to 32767: " + replicas);
    }
  }
}
