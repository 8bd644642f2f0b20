package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cgroup.Owner;
import dev.sluice.job.Languages;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Owner US = Owner.current();
  private static final Owner DEAD = new Owner(US.host(), US.process(), US.startTicks() - 1);
  private static final Owner ELSEWHERE = new Owner("another machine", 1, 1);

  @Test
  void what_is_written_can_be_read() {
    Labels labels = madeBy("one", US);

    assertThat(Labels.read(labels.toMap())).isEqualTo(labels);
    assertThat(labels.toMap()).containsKeys("dev.sluice.executor", "dev.sluice.job");
    assertThat(labels.tenant()).contains(new TenantId("acme"));
  }

  @Test
  void our_own_container_is_never_an_orphan() {
    assertThat(madeBy("one", US).whyOrphaned("one", US, NOW.plusSeconds(3600))).isEmpty();
  }

  @Test
  void a_container_of_a_process_that_ended_is_an_orphan() {
    assertThat(madeBy("two", DEAD).whyOrphaned("one", US, NOW))
        .contains("left by an executor whose process has ended");
  }

  @Test
  void a_container_of_an_earlier_process_of_the_same_executor_is_an_orphan() {
    assertThat(madeBy("one", ELSEWHERE).whyOrphaned("one", US, NOW))
        .contains("left by an earlier process of the same executor");
  }

  @Test
  void a_container_of_another_machine_is_left_alone_until_its_time_is_past() {
    assertThat(madeBy("two", ELSEWHERE).whyOrphaned("one", US, NOW)).isEmpty();
    assertThat(madeBy("two", ELSEWHERE).whyOrphaned("one", US, NOW.plusSeconds(61)))
        .contains("left past its time");
  }

  @Test
  void a_container_with_labels_that_are_not_ours_is_left_alone() {
    Labels foreign = Labels.read(Map.of("dev.sluice.executor", "x", "dev.sluice.owner", "1 2 c"));

    assertThat(foreign.whyOrphaned("one", US, NOW)).isEmpty();
    assertThat(foreign.tenant()).isEmpty();
  }

  @Test
  void a_living_process_is_not_dead_and_its_name_survives_being_written() {
    assertThat(US.isDead()).isFalse();
    assertThat(DEAD.isDead()).isTrue();
    assertThat(Owner.parse(US.toString())).contains(US);
  }

  private static Labels madeBy(String executor, Owner owner) {
    return Labels.of(
        executor,
        owner,
        Optional.of(Assignments.in(Tier.CONTAINER, Languages.BASH).running("true")),
        NOW.plusSeconds(60));
  }
}
