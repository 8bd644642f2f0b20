package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.job.ByteSize;
import dev.sluice.sandbox.SpareDemand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerSettingsTest {

  @Test
  void the_defaults_are_these() {
    assertThat(ContainerSettings.DEFAULTS)
        .isEqualTo(
            new ContainerSettings(
                "unix:///var/run/docker.sock",
                "sluice/workbench:1",
                "runc",
                new SpareDemand.Terms(2, Duration.ofMinutes(10), 3),
                2,
                1.0,
                new ByteSize(16L * 1024 * 1024),
                Duration.ofSeconds(20),
                Optional.empty(),
                Path.of("/tmp"),
                Duration.ofSeconds(2)));
  }

  @Test
  void a_pool_without_slots_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ContainerSettings(
                    "unix:///var/run/docker.sock",
                    "sluice/workbench:1",
                    "runc",
                    ContainerSettings.DEFAULTS.warm(),
                    0,
                    1.0,
                    ByteSize.ofMebibytes(16),
                    Duration.ofSeconds(20),
                    Optional.empty(),
                    Path.of("/tmp"),
                    Duration.ofSeconds(2)))
        .withMessage("slots must be at least 1: 0");
  }
}
