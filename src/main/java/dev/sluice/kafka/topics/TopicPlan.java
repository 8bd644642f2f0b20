package dev.sluice.kafka.topics;

import dev.sluice.kafka.topics.TopicOperation.AddPartitions;
import dev.sluice.kafka.topics.TopicOperation.AlterConfig;
import dev.sluice.kafka.topics.TopicOperation.Change;
import dev.sluice.kafka.topics.TopicOperation.Create;
import dev.sluice.kafka.topics.TopicOperation.Refused;
import dev.sluice.kafka.topics.TopicOperation.Unchanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The difference between wanted topics and a cluster's, as the steps that remove it. Pure. */
public record TopicPlan(List<TopicOperation> operations) {

  public TopicPlan {
    operations = List.copyOf(operations);
  }

  /**
   * Plans in the order of the wanted topics; a topic has one step or more. Topics of the cluster
   * that nobody wants are none of our business.
   */
  public static TopicPlan between(Collection<WantedTopic> wanted, Collection<ActualTopic> actual) {
    Map<String, ActualTopic> byName = new TreeMap<>();
    actual.forEach(topic -> byName.put(topic.name(), topic));
    return new TopicPlan(
        wanted.stream()
            .flatMap(
                topic ->
                    Optional.ofNullable(byName.get(topic.name()))
                        .map(present -> difference(topic, present))
                        .orElseGet(() -> List.of(new Create(topic)))
                        .stream())
            .toList());
  }

  /** Whether some topic is not as it should be and the plan cannot help it. */
  public boolean hasRefusals() {
    return operations.stream().anyMatch(Refused.class::isInstance);
  }

  /** Whether the cluster is as it should be. */
  public boolean isEmpty() {
    return operations.stream().allMatch(Unchanged.class::isInstance);
  }

  private static List<TopicOperation> difference(WantedTopic wanted, ActualTopic actual) {
    List<TopicOperation> steps = new ArrayList<>();
    if (actual.partitions() != wanted.partitions()) {
      steps.add(partitions(wanted, actual));
    }
    if (actual.replicas() != wanted.replicas()) {
      steps.add(
          new Refused(
              wanted.name(),
              "has %d replicas instead of %d: moving them is kafka-reassign-partitions' work"
                  .formatted(actual.replicas(), wanted.replicas())));
    }
    TreeMap<String, Change> changes = changes(wanted, actual);
    if (!changes.isEmpty()) {
      steps.add(new AlterConfig(wanted.name(), changes));
    }
    return steps.isEmpty() ? List.of(new Unchanged(wanted.name())) : steps;
  }

  private static TopicOperation partitions(WantedTopic wanted, ActualTopic actual) {
    if (wanted.partitions() < actual.partitions()) {
      return new Refused(
          wanted.name(),
          "has %d partitions instead of %d: Kafka cannot take partitions away"
              .formatted(actual.partitions(), wanted.partitions()));
    }
    if (wanted.partitionsFixed()) {
      return new Refused(
          wanted.name(),
          "has %d partitions instead of %d: its keys must stay where they are"
              .formatted(actual.partitions(), wanted.partitions()));
    }
    return new AddPartitions(wanted.name(), actual.partitions(), wanted.partitions());
  }

  private static TreeMap<String, Change> changes(WantedTopic wanted, ActualTopic actual) {
    TreeMap<String, Change> changes = new TreeMap<>();
    wanted
        .config()
        .forEach(
            (name, value) -> {
              String inForce = actual.config().getOrDefault(name, "");
              if (!inForce.equals(value)) {
                changes.put(name, new Change(inForce, value));
              }
            });
    return changes;
  }
}
