package dev.sluice.kafka;

import java.util.HashMap;
import java.util.Map;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrapServers {@code host:port}, several with commas between them
 * @param properties passed to every client as they are: {@code security.*}, {@code sasl.*}, {@code
 *     ssl.*} and whatever else a client understands; they win over our own choices. May hold
 *     secrets, so they never show in {@link #toString()}
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> properties) {
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  public KafkaSettings {
    properties = Map.copyOf(properties);
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("bootstrapServers must not be blank");
    }
    if (properties.containsKey(BOOTSTRAP_SERVERS)) {
      throw new IllegalArgumentException(
          "properties must not hold " + BOOTSTRAP_SERVERS + ": it has a setting of its own");
    }
  }

  /** A cluster that asks for no credentials. */
  public static KafkaSettings plain(String bootstrapServers) {
    return new KafkaSettings(bootstrapServers, Map.of());
  }

  /** What every client is made with. */
  public Map<String, Object> clientProperties() {
    return clientProperties(Map.of());
  }

  /** What a client is made with that has choices of its own; the cluster's properties win. */
  public Map<String, Object> clientProperties(Map<String, Object> choices) {
    Map<String, Object> all = new HashMap<>(choices);
    all.putAll(properties);
    all.put(BOOTSTRAP_SERVERS, bootstrapServers);
    return all;
  }

  @Override
  public String toString() {
    return "KafkaSettings[" + bootstrapServers + ", " + properties.size() + " properties]";
  }
}
