package dev.sluice.kafka.topics;

import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.TopicOperation.AddPartitions;
import dev.sluice.kafka.topics.TopicOperation.AlterConfig;
import dev.sluice.kafka.topics.TopicOperation.Create;
import dev.sluice.kafka.topics.TopicOperation.Refused;
import dev.sluice.kafka.topics.TopicOperation.Unchanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks at a cluster's topics and carries out plans. Methods wait for the cluster, {@value
 * #WAIT_SECONDS} seconds at most, and throw {@link TopicException} with the cluster's reason. Any
 * thread; closed by who made it.
 */
public final class TopicAdministrator implements AutoCloseable {
  private static final int WAIT_SECONDS = 60;

  private final Admin admin;

  public TopicAdministrator(KafkaSettings settings) {
    this.admin = Admin.create(settings.clientProperties());
  }

  /** The difference between the catalog and the cluster. */
  public TopicPlan plan(TopicCatalog catalog) {
    return TopicPlan.between(
        catalog.topics(), actual(catalog.topics().stream().map(WantedTopic::name).toList()));
  }

  /**
   * Carries out every step that can be, in order, and stops at the first that the cluster refuses.
   */
  public void apply(TopicPlan plan) {
    plan.operations().forEach(this::apply);
    List<String> created =
        plan.operations().stream()
            .filter(Create.class::isInstance)
            .map(TopicOperation::topic)
            .toList();
    if (!created.isEmpty()) {
      awaitLeaders(created);
    }
  }

  private void apply(TopicOperation operation) {
    switch (operation) {
      case Create(WantedTopic wanted) -> create(wanted);
      case AddPartitions(String topic, int _, int to) ->
          await(topic, admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(to))).all());
      case AlterConfig alter -> alter(alter);
      case Unchanged _, Refused _ -> {}
    }
  }

  private void create(WantedTopic wanted) {
    NewTopic topic =
        new NewTopic(wanted.name(), wanted.partitions(), (short) wanted.replicas())
            .configs(wanted.config());
    try {
      await(wanted.name(), admin.createTopics(List.of(topic)).all());
    } catch (TopicException failure) {
      // Somebody else was quicker, and planned from the same files.
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw failure;
      }
    }
  }

  private void alter(AlterConfig alter) {
    Collection<AlterConfigOp> changes = new ArrayList<>();
    alter
        .changes()
        .forEach(
            (name, change) ->
                changes.add(
                    new AlterConfigOp(
                        new ConfigEntry(name, change.to()), AlterConfigOp.OpType.SET)));
    await(
        alter.topic(),
        admin.incrementalAlterConfigs(Map.of(resource(alter.topic()), changes)).all());
  }

  private List<ActualTopic> actual(Collection<String> names) {
    TreeSet<String> present = new TreeSet<>(await("topics", admin.listTopics().names()));
    present.retainAll(names);
    Map<String, TopicDescription> descriptions =
        await("topics", admin.describeTopics(present).allTopicNames());
    Map<ConfigResource, Config> configs =
        await(
            "topics",
            admin
                .describeConfigs(present.stream().map(TopicAdministrator::resource).toList())
                .all());
    List<ActualTopic> actual = new ArrayList<>();
    descriptions.forEach(
        (name, description) -> {
          Map<String, String> config = new HashMap<>();
          Config known = configs.get(resource(name));
          if (known != null) {
            known.entries().stream()
                .filter(entry -> entry.value() != null)
                .forEach(entry -> config.put(entry.name(), entry.value()));
          }
          actual.add(
              new ActualTopic(
                  name,
                  description.partitions().size(),
                  description.partitions().getFirst().replicas().size(),
                  config));
        });
    return actual;
  }

  /** A client that comes right after creation must find somebody to talk to. */
  private void awaitLeaders(List<String> names) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!allHaveLeaders(names)) {
      if (System.nanoTime() > end) {
        throw new TopicException(
            "topics", new TimeoutException("no leader after " + WAIT_SECONDS + " s"));
      }
      Thread.onSpinWait();
    }
  }

  private boolean allHaveLeaders(List<String> names) {
    try {
      return await("topics", admin.describeTopics(names).allTopicNames()).values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    } catch (TopicException failure) {
      if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw failure;
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <T> T await(String topic, KafkaFuture<T> future) {
    try {
      return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw new TopicException(topic, failure.getCause() == null ? failure : failure.getCause());
    } catch (TimeoutException failure) {
      throw new TopicException(topic, failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new TopicException(topic, failure);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
