package dev.sluice.kafka.topics;

import java.util.SortedMap;

/** One step from the topics a cluster has to those it should have. */
public sealed interface TopicOperation {

  /** The name of the topic. */
  String topic();

  /** The topic is not there: it is made. */
  record Create(WantedTopic wanted) implements TopicOperation {
    @Override
    public String topic() {
      return wanted.name();
    }
  }

  /** The topic gets more partitions. */
  record AddPartitions(String topic, int from, int to) implements TopicOperation {}

  /** Settings of the topic change; by name. */
  record AlterConfig(String topic, SortedMap<String, Change> changes) implements TopicOperation {}

  /** The topic is as it should be. */
  record Unchanged(String topic) implements TopicOperation {}

  /** The topic is not as it should be, and no tool should change that by itself. */
  record Refused(String topic, String reason) implements TopicOperation {}

  /** A setting's value in force, and the one it should have. */
  record Change(String from, String to) {}
}
