package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpareDemandTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final WorkerShape KEPT = javascript(128);

  private final SpareDemand demand =
      new SpareDemand(
          new IsolateSettings.Spares(
              2, Set.of("javascript"), ByteSize.ofMebibytes(128), Duration.ofMinutes(10), 2));

  @Test
  void what_is_configured_is_kept_without_being_asked_for() {
    assertThat(demand.wanted(START)).containsExactly(Map.entry(KEPT, 2));
  }

  @Test
  void what_was_asked_for_is_kept_until_it_is_forgotten() {
    demand.ask(javascript(64), START);

    assertThat(demand.wanted(START.plus(Duration.ofMinutes(10))))
        .containsOnlyKeys(KEPT, javascript(64));
    assertThat(demand.wanted(START.plus(Duration.ofMinutes(11)))).containsOnlyKeys(KEPT);
  }

  @Test
  void of_many_shapes_those_asked_for_last_are_kept() {
    demand.ask(javascript(16), START);
    demand.ask(javascript(32), START.plusSeconds(1));
    demand.ask(javascript(48), START.plusSeconds(2));

    assertThat(demand.wanted(START.plusSeconds(3)).sequencedKeySet())
        .containsExactly(KEPT, javascript(48), javascript(32));
  }

  @Test
  void sizes_of_one_class_are_one_demand() {
    demand.ask(
        new WorkerShape(WorkerKinds.JAVASCRIPT, MemoryClass.of(new ByteSize(120_000_000))), START);

    assertThat(demand.wanted(START)).containsOnlyKeys(KEPT);
  }

  private static WorkerShape javascript(int mebibytes) {
    return new WorkerShape(WorkerKinds.JAVASCRIPT, MemoryClass.of(ByteSize.ofMebibytes(mebibytes)));
  }
}
