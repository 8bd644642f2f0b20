package dev.sluice.kafka.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceTimeTest {
  private final ServiceTime service = new ServiceTime();

  @Test
  void nothing_is_known_before_the_first_program() {
    assertThat(service.mean()).isEmpty();
  }

  @Test
  void the_first_programs_count_alike() {
    add(1, Duration.ofMillis(400));
    add(3, Duration.ofMillis(4));

    assertThat(service.mean()).contains(Duration.ofMillis(103));
  }

  @Test
  void one_long_program_among_short_ones_is_felt_at_once() {
    add(1_000, Duration.ofMillis(10));

    add(1, Duration.ofSeconds(10));

    assertThat(service.mean().orElseThrow()).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  void a_long_program_is_forgotten_over_many_short_ones() {
    add(1, Duration.ofSeconds(10));

    add(300, Duration.ofMillis(10));

    assertThat(service.mean().orElseThrow()).isLessThan(Duration.ofMillis(20));
  }

  private void add(int programs, Duration kept) {
    for (int program = 0; program < programs; program++) {
      service.add(kept);
    }
  }
}
