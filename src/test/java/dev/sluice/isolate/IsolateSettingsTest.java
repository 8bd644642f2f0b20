package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.job.ByteSize;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IsolateSettingsTest {
  @Test
  void the_defaults_are_these() {
    int processors = Runtime.getRuntime().availableProcessors();

    assertThat(IsolateSettings.DEFAULTS)
        .isEqualTo(
            new IsolateSettings(
                processors,
                Confinement.BUBBLEWRAP,
                Set.of(),
                new IsolateSettings.Spares(
                    1, Set.of("javascript"), ByteSize.ofMebibytes(128), Duration.ofMinutes(10), 3),
                2 * processors,
                new IsolateSettings.WorkerLife(
                    Duration.ofSeconds(60), Duration.ofMinutes(2), 1000, Duration.ofMillis(400)),
                new IsolateSettings.WorkerMemory(
                    ByteSize.ofMebibytes(320), ByteSize.ofMebibytes(16))));
  }

  @Test
  void counts_have_bounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolateSettings.DEFAULTS.withSlots(0))
        .withMessageContaining("slots");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolateSettings.Spares.DEFAULTS.with(-1, Set.of()))
        .withMessageContaining("spares");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolateSettings.Spares.DEFAULTS.with(1, Set.of("cobol")))
        .withMessage("warm must name languages that isolates run: cobol");
  }

  @Test
  void a_memory_limit_is_rounded_up_to_its_class() {
    assertThat(MemoryClass.of(new ByteSize(1)).limit()).isEqualTo(ByteSize.ofMebibytes(16));
    assertThat(MemoryClass.of(ByteSize.ofMebibytes(64)).limit())
        .isEqualTo(ByteSize.ofMebibytes(64));
    assertThat(MemoryClass.of(new ByteSize((64L << 20) + 1)).limit())
        .isEqualTo(ByteSize.ofMebibytes(80));
  }
}
