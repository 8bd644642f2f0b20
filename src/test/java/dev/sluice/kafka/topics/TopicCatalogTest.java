package dev.sluice.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicCatalogTest {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final Map<String, WantedTopic> SHIPPED =
      TopicCatalog.shipped().topics().stream()
          .collect(Collectors.toMap(WantedTopic::name, Function.identity()));

  @Test
  void every_name_has_a_file_and_every_file_a_name() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("topics"))) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .containsExactlyInAnyOrderElementsOf(
              Topics.ALL.stream().map(name -> name + ".yaml").toList());
    }
    assertThat(SHIPPED.keySet()).containsExactlyInAnyOrderElementsOf(Topics.ALL);
  }

  @Test
  void the_list_of_all_names_leaves_none_out() throws IllegalAccessException {
    List<String> constants = new ArrayList<>();
    for (Field field : Topics.class.getFields()) {
      if (field.get(null) instanceof String name) {
        constants.add(name);
      }
    }

    assertThat(Topics.ALL).containsExactlyInAnyOrderElementsOf(constants);
  }

  @Test
  void every_file_says_what_the_key_is_and_who_writes_and_reads() throws IOException {
    for (String name : Topics.ALL) {
      String comment =
          Files.readAllLines(Path.of("topics", name + ".yaml")).stream()
              .takeWhile(line -> line.startsWith("#"))
              .map(line -> line.substring(1).strip())
              .collect(Collectors.joining(" "));

      assertThat(comment).as(name).contains("Key: ", "Written by ", " read by ");
    }
  }

  @Test
  void the_routers_inputs_have_one_partition_count_that_never_changes() {
    List<WantedTopic> inputs =
        Stream.of(Topics.VALIDATED, Topics.OUTCOMES, Topics.CONTROL)
            .map(TopicCatalogTest::shipped)
            .toList();

    assertThat(inputs).allMatch(WantedTopic::partitionsFixed);
    assertThat(inputs).extracting(WantedTopic::partitions).containsOnly(12);
  }

  @Test
  void tables_are_compacted_and_keep_their_keys_in_place() {
    for (String table : Set.of(Topics.STATUS, Topics.TENANTS, Topics.CAPACITY)) {
      assertThat(shipped(table).config().get("cleanup.policy")).as(table).contains("compact");
      assertThat(shipped(table).partitionsFixed()).as(table).isTrue();
    }
  }

  @Test
  void a_record_of_five_mebibytes_reaches_the_validator_and_fits_among_the_dead_letters() {
    assertThat(maxBytes(Topics.SUBMISSIONS)).isGreaterThan(5 * MEBIBYTE);
    for (String topic : Topics.ALL) {
      if (!topic.equals(Topics.DEAD_LETTERS)) {
        assertThat(maxBytes(Topics.DEAD_LETTERS)).as(topic).isGreaterThan(maxBytes(topic));
      }
    }
  }

  @Test
  void a_single_broker_keeps_one_copy_and_waits_for_itself_only() {
    for (WantedTopic topic : TopicCatalog.shipped().withReplicas(1).topics()) {
      assertThat(topic.replicas()).isEqualTo(1);
      assertThat(topic.config()).containsEntry("min.insync.replicas", "1");
    }
  }

  private static int maxBytes(String topic) {
    return Integer.parseInt(shipped(topic).config().getOrDefault("max.message.bytes", ""));
  }

  private static WantedTopic shipped(String name) {
    return Objects.requireNonNull(SHIPPED.get(name), name);
  }
}
