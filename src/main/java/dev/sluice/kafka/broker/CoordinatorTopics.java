package dev.sluice.kafka.broker;

import dev.sluice.kafka.topics.TopicCatalog;
import dev.sluice.kafka.topics.WantedTopic;
import java.util.List;
import java.util.Map;

/**
 * The topics in which Kafka's coordinators keep their state. A broker makes each when it is first
 * needed, which takes seconds; made ahead, the first group and the first transaction wait less.
 * Settings as Kafka's own {@code AutoTopicCreationManager} makes them.
 */
final class CoordinatorTopics {
  /** Enough for one broker, and quick to load. */
  static final int PARTITIONS = 4;

  /** What the broker's settings for each of these topics begin with. */
  static final List<String> SETTING_PREFIXES =
      List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic");

  private static final String SEGMENT_BYTES = "104857600";

  private CoordinatorTopics() {}

  static TopicCatalog catalog() {
    return new TopicCatalog(
        List.of(
            topic(
                "__consumer_offsets",
                Map.of(
                    "cleanup.policy", "compact",
                    "compression.type", "producer",
                    "segment.bytes", SEGMENT_BYTES)),
            topic(
                "__transaction_state",
                Map.of(
                    "cleanup.policy", "compact",
                    "compression.type", "uncompressed",
                    "unclean.leader.election.enable", "false",
                    "min.insync.replicas", "1",
                    "segment.bytes", SEGMENT_BYTES)),
            topic(
                "__share_group_state",
                Map.of(
                    "cleanup.policy", "delete",
                    "compression.type", "uncompressed",
                    "retention.ms", "-1",
                    "min.insync.replicas", "1",
                    "segment.bytes", SEGMENT_BYTES))));
  }

  private static WantedTopic topic(String name, Map<String, String> config) {
    return new WantedTopic(name, PARTITIONS, true, 1, config);
  }
}
