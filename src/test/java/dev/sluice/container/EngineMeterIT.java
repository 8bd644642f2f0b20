package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.cgroup.Owner;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.TestingSandboxListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineMeterIT {
  private static final int PROCESSES = 33;

  private final Engine engine = new Engine(ContainerSettings.DEFAULTS.engine());
  private final String name = "sluice-" + UUID.randomUUID();

  @BeforeEach
  void startAContainerThatWaits() {
    TestingEngine.pool(new TestingSandboxListener()).close();
    String container =
        engine.create(
            name,
            ContainerSettings.DEFAULTS.image(),
            Hardening.hostConfig(
                ContainerShape.of(Assignments.ROOMY, new BashRunner(), false),
                ContainerSettings.DEFAULTS,
                Optional.empty()),
            Labels.of(
                    TestingEngine.EXECUTOR,
                    Owner.current(),
                    Optional.of(Assignments.in(Tier.CONTAINER, Languages.BASH).running("true")),
                    Instant.now().plusSeconds(60))
                .toMap());
    engine.start(container);
  }

  @AfterEach
  void removeIt() throws Exception {
    engine.remove(name);
    engine.close();
  }

  @Test
  void an_engine_tells_what_a_container_uses() {
    try (EngineMeter meter = new EngineMeter(PROCESSES)) {
      engine.measure(name, meter);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                assertThat(meter.read().cpu()).isPositive();
                assertThat(meter.read().peakMemory()).isGreaterThan(ByteSize.ofKibibytes(256));
                assertThat(meter.read().refusedProcesses()).isZero();
              });
    }
  }

  @Test
  void a_container_with_as_many_processes_as_allowed_counts_as_refused() {
    try (EngineMeter meter = new EngineMeter(1)) {
      engine.measure(name, meter);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(meter.read().refusedProcesses()).isPositive());
    }
  }

  @Test
  void a_reading_outlives_the_container() {
    try (EngineMeter meter = new EngineMeter(PROCESSES)) {
      engine.measure(name, meter);
      await().atMost(Duration.ofSeconds(20)).until(() -> !meter.read().cpu().isZero());
      Duration before = meter.read().cpu();

      engine.remove(name);

      assertThat(meter.read().cpu()).isGreaterThanOrEqualTo(before);
    }
  }
}
