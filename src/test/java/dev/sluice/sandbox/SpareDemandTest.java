package dev.sluice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpareDemandTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SpareDemand<String> demand =
      new SpareDemand<>(List.of("kept"), new SpareDemand.Terms(2, Duration.ofMinutes(10), 2));

  @Test
  void what_is_kept_always_needs_nobody_to_ask() {
    assertThat(demand.wanted(START)).containsExactly(Map.entry("kept", 2));
  }

  @Test
  void what_was_asked_for_is_kept_until_it_is_forgotten() {
    demand.ask("small", START);

    assertThat(demand.wanted(START.plus(Duration.ofMinutes(10)))).containsOnlyKeys("kept", "small");
    assertThat(demand.wanted(START.plus(Duration.ofMinutes(11)))).containsOnlyKeys("kept");
  }

  @Test
  void of_many_shapes_those_asked_for_last_are_kept() {
    demand.ask("first", START);
    demand.ask("second", START.plusSeconds(1));
    demand.ask("third", START.plusSeconds(2));

    assertThat(demand.wanted(START.plusSeconds(3)).sequencedKeySet())
        .containsExactly("kept", "third", "second");
  }

  @Test
  void asking_for_what_is_kept_always_changes_nothing() {
    demand.ask("kept", START);

    assertThat(demand.wanted(START)).containsExactly(Map.entry("kept", 2));
  }
}
