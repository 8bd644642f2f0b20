package dev.sluice.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.broker.TestingBroker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicAdministratorIT {
  @RegisterExtension static final TestingBroker broker = new TestingBroker();

  @Test
  void the_embedded_broker_has_every_topic_as_the_files_say() {
    try (TopicAdministrator administrator = new TopicAdministrator(broker.settings())) {
      TopicCatalog wanted = TopicCatalog.shipped().withReplicas(1).withPartitions(1);

      assertThat(administrator.plan(wanted).isEmpty()).isTrue();
    }
  }

  @Test
  void what_was_planned_is_there_once_it_was_applied() {
    TopicCatalog small = topic("administrator.grows", 1, "1000");
    TopicCatalog large = topic("administrator.grows", 3, "2000");
    try (TopicAdministrator administrator = new TopicAdministrator(broker.settings())) {
      administrator.apply(administrator.plan(small));

      administrator.apply(administrator.plan(large));

      assertThat(administrator.plan(large).isEmpty()).isTrue();
      assertThat(administrator.plan(small).hasRefusals()).isTrue();
    }
  }

  @Test
  void a_topic_that_the_cluster_refuses_is_named_with_the_reason() {
    TopicCatalog tooMany = topic("administrator.refused", 1, "1000").withReplicas(3);
    try (TopicAdministrator administrator = new TopicAdministrator(broker.settings())) {
      TopicPlan plan = administrator.plan(tooMany);

      assertThatThrownBy(() -> administrator.apply(plan))
          .isInstanceOf(TopicException.class)
          .hasMessageContaining("administrator.refused")
          .hasMessageContaining("replication");
    }
  }

  @Test
  void properties_of_the_cluster_reach_the_client() {
    KafkaSettings secured =
        new KafkaSettings(
            broker.bootstrapServers(), Map.of("security.protocol", "no-such-protocol"));

    assertThatThrownBy(() -> new TopicAdministrator(secured))
        .hasStackTraceContaining("no-such-protocol");
  }

  private static TopicCatalog topic(String name, int partitions, String retention) {
    return new TopicCatalog(
        List.of(new WantedTopic(name, partitions, false, 1, Map.of("retention.ms", retention))));
  }
}
