package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.LIMITS;
import static dev.sluice.validate.TestingSubmissions.asking;
import static dev.sluice.validate.TestingSubmissions.seenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import dev.sluice.job.LimitOverrides;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowedLimitsRuleTest {
  private final Rule rule = new AllowedLimitsRule();

  @Test
  void limits_at_the_ceiling_pass() {
    assertThat(
            seenBy(
                rule,
                asking(
                    new LimitOverrides(
                        Optional.of(LIMITS.wall()),
                        Optional.of(LIMITS.cpu()),
                        Optional.of(LIMITS.memory()),
                        Optional.of(LIMITS.output()),
                        Optional.of(LIMITS.processes()),
                        Optional.of(LIMITS.disk())))))
        .isEmpty();
  }

  @Test
  void each_limit_above_its_ceiling_is_named_with_value_and_ceiling() {
    LimitOverrides asked =
        new LimitOverrides(
            Optional.of(LIMITS.wall().plusMillis(1)),
            Optional.of(Duration.ofHours(1)),
            Optional.of(ByteSize.ofMebibytes(129)),
            Optional.of(ByteSize.ofMebibytes(1)),
            Optional.of(17),
            Optional.of(ByteSize.ofMebibytes(65)));

    assertThat(seenBy(rule, asking(asked)))
        .containsExactly(
            above("wallMillis", 10_001, 10_000),
            above("cpuMillis", 3_600_000, 10_000),
            above("memoryBytes", 135_266_304, 134_217_728),
            above("outputBytes", 1_048_576, 262_144),
            above("processes", 17, 16),
            above("diskBytes", 68_157_440, 67_108_864));
  }

  private static String above(String limit, long value, long ceiling) {
    return "limits.%s is %d, above the ceiling of %d in the policy of tenant acme"
        .formatted(limit, value, ceiling);
  }
}
