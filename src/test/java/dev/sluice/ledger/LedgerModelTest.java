package dev.sluice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises 1 and 8 over many random lives. A failure names its seed: run that one alone to see it
 * again.
 */
class LedgerModelTest {
  private static final int STEPS = 400;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_promise_holds_after_each_step_of_a_random_life(long seed) {
    assertThat(LedgerModel.live(seed, STEPS, new InMemoryLedgerState(), UnaryOperator.identity()))
        .isNotEmpty();
  }

  @Test
  void the_same_life_has_the_same_effects() {
    assertThat(LedgerModel.live(7, STEPS, new InMemoryLedgerState(), UnaryOperator.identity()))
        .isEqualTo(LedgerModel.live(7, STEPS, new InMemoryLedgerState(), UnaryOperator.identity()));
  }
}
