package dev.sluice.kafka.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics that Sluice needs, as the files under {@code topics/} describe them. */
public record TopicCatalog(List<WantedTopic> topics) {

  public TopicCatalog {
    topics = List.copyOf(topics);
  }

  /** The files that came with this program. */
  public static TopicCatalog shipped() {
    return new TopicCatalog(Topics.ALL.stream().map(TopicCatalog::shipped).toList());
  }

  /** For a cluster of fewer brokers; a write then waits for all of them but one. */
  public TopicCatalog withReplicas(int replicas) {
    return new TopicCatalog(
        topics.stream()
            .map(
                topic -> {
                  Map<String, String> config = new HashMap<>(topic.config());
                  config.put("min.insync.replicas", Integer.toString(Math.max(1, replicas - 1)));
                  return new WantedTopic(
                      topic.name(), topic.partitions(), topic.partitionsFixed(), replicas, config);
                })
            .toList());
  }

  /** With the same number of partitions for every topic. */
  public TopicCatalog withPartitions(int partitions) {
    return new TopicCatalog(
        topics.stream()
            .map(
                topic ->
                    new WantedTopic(
                        topic.name(),
                        partitions,
                        topic.partitionsFixed(),
                        topic.replicas(),
                        topic.config()))
            .toList());
  }

  private static WantedTopic shipped(String name) {
    String file = "topics/" + name + ".yaml";
    try (InputStream stream = TopicCatalog.class.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("this build has no " + file);
      }
      return TopicFile.read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }
}
