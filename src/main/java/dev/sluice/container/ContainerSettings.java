package dev.sluice.container;

import dev.sluice.job.ByteSize;
import dev.sluice.sandbox.SpareDemand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How containers are made.
 *
 * @param engine where the engine answers, such as {@code unix:///var/run/docker.sock}
 * @param image the image every container is made of; {@code images/build} makes the default one
 * @param runtime the engine's name of the OCI runtime: {@code runc}, or {@code runsc} for gVisor
 * @param warm containers that are kept started ahead, of each shape that jobs asked for lately
 * @param slots how many containers may run at once
 * @param processors how many of the machine's processors one container may use at a time
 * @param temporarySpace of {@code /tmp} and of {@code /dev/shm}, each
 * @param checkLimit for how long the check of the syntax may run, and the start before it
 * @param cgroupParent under which control group the containers are put; the engine's choice if
 *     empty
 * @param socketFolder where the sockets are made by which programs call what they are granted; the
 *     engine has to see it under the same path
 * @param engineRecheck how often the engine is asked whether it is there
 */
public record ContainerSettings(
    String engine,
    String image,
    String runtime,
    SpareDemand.Terms warm,
    int slots,
    double processors,
    ByteSize temporarySpace,
    Duration checkLimit,
    Optional<String> cgroupParent,
    Path socketFolder,
    Duration engineRecheck) {

  public static final ContainerSettings DEFAULTS =
      new ContainerSettings(
          "unix:///var/run/docker.sock",
          "sluice/workbench:1",
          "runc",
          new SpareDemand.Terms(2, Duration.ofMinutes(10), 3),
          2,
          1.0,
          ByteSize.ofMebibytes(16),
          Duration.ofSeconds(20),
          Optional.empty(),
          Path.of("/tmp"),
          Duration.ofSeconds(2));

  public ContainerSettings {
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be at least 1: " + slots);
    }
    if (processors < 0.01) {
      throw new IllegalArgumentException("processors must be at least 0.01: " + processors);
    }
    if (checkLimit.isNegative() || checkLimit.isZero()) {
      throw new IllegalArgumentException("checkLimit must be positive: " + checkLimit);
    }
    if (engineRecheck.isNegative() || engineRecheck.isZero()) {
      throw new IllegalArgumentException("engineRecheck must be positive: " + engineRecheck);
    }
  }

  /** The same settings with an engine elsewhere. */
  public ContainerSettings withEngine(String address) {
    return new ContainerSettings(
        address,
        image,
        runtime,
        warm,
        slots,
        processors,
        temporarySpace,
        checkLimit,
        cgroupParent,
        socketFolder,
        engineRecheck);
  }

  /** The same settings with the sockets elsewhere. */
  public ContainerSettings withSocketFolder(Path folder) {
    return new ContainerSettings(
        engine,
        image,
        runtime,
        warm,
        slots,
        processors,
        temporarySpace,
        checkLimit,
        cgroupParent,
        folder,
        engineRecheck);
  }
}
