package dev.sluice.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.kafka.topics.TopicOperation.AddPartitions;
import dev.sluice.kafka.topics.TopicOperation.AlterConfig;
import dev.sluice.kafka.topics.TopicOperation.Change;
import dev.sluice.kafka.topics.TopicOperation.Create;
import dev.sluice.kafka.topics.TopicOperation.Refused;
import dev.sluice.kafka.topics.TopicOperation.Unchanged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
  private static final WantedTopic GROWING =
      new WantedTopic("jobs", 12, false, 3, Map.of("retention.ms", "1000"));
  private static final WantedTopic FIXED =
      new WantedTopic("accounts", 12, true, 3, Map.of("retention.ms", "1000"));

  @Test
  void a_topic_that_is_not_there_is_made() {
    assertThat(plan(GROWING).operations()).containsExactly(new Create(GROWING));
  }

  @Test
  void a_topic_that_is_as_it_should_be_stays_as_it_is() {
    TopicPlan plan = plan(GROWING, actual("jobs", 12, 3, "1000"));

    assertThat(plan.operations()).containsExactly(new Unchanged("jobs"));
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void settings_that_differ_are_changed_and_the_others_left_alone() {
    ActualTopic actual =
        new ActualTopic("jobs", 12, 3, Map.of("retention.ms", "5", "segment.ms", "7"));

    assertThat(plan(GROWING, actual).operations())
        .containsExactly(
            new AlterConfig(
                "jobs", new TreeMap<>(Map.of("retention.ms", new Change("5", "1000")))));
  }

  @Test
  void a_setting_that_is_not_in_force_is_set() {
    ActualTopic actual = new ActualTopic("jobs", 12, 3, Map.of());

    assertThat(plan(GROWING, actual).operations())
        .containsExactly(
            new AlterConfig("jobs", new TreeMap<>(Map.of("retention.ms", new Change("", "1000")))));
  }

  @Test
  void partitions_are_added_where_keys_may_move() {
    assertThat(plan(GROWING, actual("jobs", 4, 3, "1000")).operations())
        .containsExactly(new AddPartitions("jobs", 4, 12));
  }

  @Test
  void partitions_are_never_added_where_keys_must_stay() {
    TopicPlan plan = plan(FIXED, actual("accounts", 4, 3, "1000"));

    assertThat(plan.operations())
        .containsExactly(
            new Refused(
                "accounts", "has 4 partitions instead of 12: its keys must stay where they are"));
    assertThat(plan.hasRefusals()).isTrue();
  }

  @Test
  void fewer_partitions_are_refused() {
    assertThat(plan(GROWING, actual("jobs", 16, 3, "1000")).operations())
        .containsExactly(
            new Refused(
                "jobs", "has 16 partitions instead of 12: Kafka cannot take partitions away"));
  }

  @Test
  void other_replicas_are_refused_and_the_rest_is_still_planned() {
    assertThat(plan(GROWING, actual("jobs", 4, 1, "5")).operations())
        .containsExactly(
            new AddPartitions("jobs", 4, 12),
            new Refused(
                "jobs",
                "has 1 replicas instead of 3: moving them is kafka-reassign-partitions' work"),
            new AlterConfig(
                "jobs", new TreeMap<>(Map.of("retention.ms", new Change("5", "1000")))));
  }

  @Test
  void topics_of_others_are_no_business_of_ours() {
    assertThat(plan(GROWING, actual("theirs", 1, 1, "5")).operations())
        .containsExactly(new Create(GROWING));
  }

  private static TopicPlan plan(WantedTopic wanted, ActualTopic... actual) {
    return TopicPlan.between(List.of(wanted), List.of(actual));
  }

  private static ActualTopic actual(String name, int partitions, int replicas, String retention) {
    return new ActualTopic(name, partitions, replicas, Map.of("retention.ms", retention));
  }
}
