package dev.sluice.kafka.topics;

import java.util.Map;

/**
 * A topic as the cluster has it.
 *
 * @param config every setting that is in force, defaults included
 */
public record ActualTopic(String name, int partitions, int replicas, Map<String, String> config) {

  public ActualTopic {
    config = Map.copyOf(config);
  }
}
