package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Ulimit;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HardeningTest {
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          ByteSize.ofMebibytes(128),
          ByteSize.ofKibibytes(64),
          16,
          ByteSize.ofMebibytes(32));

  private final HostConfig config =
      Hardening.hostConfig(
          ContainerShape.of(LIMITS, new PythonRunner(), false),
          ContainerSettings.DEFAULTS,
          Optional.empty());

  @Test
  void there_is_no_network() {
    assertThat(config.getNetworkMode()).isEqualTo("none");
  }

  @Test
  void no_capability_is_left_and_none_can_be_gained() {
    assertThat(config.getCapDrop()).containsExactly(Capability.ALL);
    assertThat(config.getCapAdd()).isNull();
    assertThat(config.getPrivileged()).isFalse();
    assertThat(config.getSecurityOpts()).containsExactly("no-new-privileges:true");
  }

  @Test
  void the_root_is_read_only_and_two_small_folders_are_not() {
    assertThat(config.getReadonlyRootfs()).isTrue();
    assertThat(config.getTmpFs())
        .isEqualTo(
            Map.of(
                "/work",
                "rw,nosuid,nodev,noexec,size=33554432,nr_inodes=16384,mode=0755,uid=10001,gid=10001",
                "/tmp",
                "rw,nosuid,nodev,noexec,size=16777216,nr_inodes=4096,mode=1777,uid=10001,gid=10001"));
    assertThat(config.getShmSize()).isEqualTo(16777216L);
  }

  @Test
  void nothing_of_the_host_is_inside() {
    assertThat(config.getBinds()).isNullOrEmpty();
    assertThat(config.getMounts()).isNullOrEmpty();
    assertThat(config.getDevices()).isNullOrEmpty();
    assertThat(config.getDeviceRequests()).isNullOrEmpty();
    assertThat(config.getVolumesFrom()).isNullOrEmpty();
    assertThat(config.getPidMode()).isNullOrEmpty();
    assertThat(config.getUsernsMode()).isNullOrEmpty();
    assertThat(config.getIpcMode()).isEqualTo("private");
    assertThat(config.getCgroupnsMode()).isEqualTo("private");
  }

  @Test
  void memory_is_limited_and_there_is_no_swap_beyond_it() {
    assertThat(config.getMemory()).isEqualTo(134217728L);
    assertThat(config.getMemorySwap()).isEqualTo(134217728L);
    assertThat(config.getOomScoreAdj()).isEqualTo(500);
    assertThat(config.getOomKillDisable()).isNull();
  }

  @Test
  void processors_and_processes_are_limited() {
    assertThat(config.getNanoCPUs()).isEqualTo(1_000_000_000L);
    assertThat(config.getPidsLimit()).isEqualTo(17L);
  }

  @Test
  void a_language_engines_own_threads_do_not_count_as_the_programs() {
    assertThat(
            Hardening.hostConfig(
                    ContainerShape.of(LIMITS, new NodeRunner(), false),
                    ContainerSettings.DEFAULTS,
                    Optional.empty())
                .getPidsLimit())
        .isEqualTo(27L);
  }

  @Test
  void each_process_is_limited_by_the_kernel_too() {
    assertThat(config.getUlimits())
        .containsExactlyInAnyOrder(
            new Ulimit("nofile", 1024L, 1024L),
            new Ulimit("fsize", 33554433L, 33554433L),
            new Ulimit("core", 0L, 0L),
            new Ulimit("cpu", 7L, 7L));
  }

  @Test
  void the_engine_keeps_no_log_and_restarts_nothing() {
    assertThat(config.getLogConfig().getType()).isEqualTo(LogConfig.LoggingType.NONE);
    assertThat(config.getRestartPolicy()).isEqualTo(RestartPolicy.noRestart());
    assertThat(config.getAutoRemove()).isNull();
  }

  @Test
  void zombies_have_an_init_and_the_runtime_is_configured() {
    assertThat(config.getInit()).isTrue();
    assertThat(config.getRuntime()).isEqualTo("runc");
    assertThat(config.getCgroupParent()).isNull();
  }
}
