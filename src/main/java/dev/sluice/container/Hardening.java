package dev.sluice.container;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import dev.sluice.job.ByteSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container may not do, in one place. Everything the engine's defaults already deny stays
 * denied: its seccomp profile and its masked paths are in force because nothing here lifts them.
 */
final class Hardening {
  /** Nobody's user and group in the image, and no user of the host. */
  static final String USER = "10001:10001";

  /** The same for every container: a name that tells nothing. */
  static final String HOST_NAME = "sandbox";

  /** The work folder, the only place of any size that a program can write to. */
  static final String WORK = "/work";

  static final String TEMPORARY = "/tmp";

  /** Where programs find what they may call. */
  static final String CAPABILITIES = "/run/sluice/capabilities.sock";

  private static final long OPEN_FILES = 1024;
  private static final int FILES_IN_WORK_FOLDER = 16_384;
  private static final int FILES_IN_TEMPORARY_FOLDER = 4_096;
  private static final int FIRST_TO_BE_KILLED = 500;
  private static final long NANO_PROCESSORS = 1_000_000_000L;

  private Hardening() {}

  /**
   * The one policy.
   *
   * @param socket the only thing of the host's that is inside, if anything is
   */
  static HostConfig hostConfig(
      ContainerShape shape, ContainerSettings settings, Optional<Path> socket) {
    long memory = shape.memory().bytes();
    long largestFile = Math.max(shape.disk().bytes(), settings.temporarySpace().bytes()) + 1;
    HostConfig config =
        HostConfig.newHostConfig()
            .withRuntime(settings.runtime())
            .withNetworkMode("none")
            .withIpcMode("private")
            .withCgroupnsMode("private")
            .withCapDrop(Capability.ALL)
            .withPrivileged(false)
            .withSecurityOpts(List.of("no-new-privileges:true"))
            .withReadonlyRootfs(true)
            .withTmpFs(
                Map.of(
                    WORK,
                    folder(shape.disk(), FILES_IN_WORK_FOLDER, "0755"),
                    TEMPORARY,
                    folder(settings.temporarySpace(), FILES_IN_TEMPORARY_FOLDER, "1777")))
            .withShmSize(settings.temporarySpace().bytes())
            .withMemory(memory)
            .withMemorySwap(memory)
            .withNanoCPUs((long) (settings.processors() * NANO_PROCESSORS))
            .withPidsLimit((long) shape.processes())
            .withUlimits(
                List.of(
                    new Ulimit("nofile", OPEN_FILES, OPEN_FILES),
                    new Ulimit("fsize", largestFile, largestFile),
                    new Ulimit("core", 0L, 0L),
                    new Ulimit("cpu", shape.cpuSeconds(), shape.cpuSeconds())))
            .withOomScoreAdj(FIRST_TO_BE_KILLED)
            .withInit(true)
            .withRestartPolicy(RestartPolicy.noRestart())
            .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    socket.ifPresent(
        file ->
            config.withBinds(new Bind(file.toString(), new Volume(CAPABILITIES), AccessMode.ro)));
    return settings.cgroupParent().map(config::withCgroupParent).orElse(config);
  }

  private static String folder(ByteSize size, int files, String mode) {
    return "rw,nosuid,nodev,noexec,size=%d,nr_inodes=%d,mode=%s,uid=10001,gid=10001"
        .formatted(size.bytes(), files, mode);
  }
}
