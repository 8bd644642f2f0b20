package dev.sluice.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import dev.sluice.cgroup.CgroupFiles;
import dev.sluice.cgroup.CgroupMeter;
import dev.sluice.cgroup.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is read of a container from outside while it runs: its meter, and whether its
 * folders are full. Where the container's processes are not this machine's, or may not be looked
 * at, the engine's own statistics have to do, and a full folder is not noticed.
 */
record Gauges(Meter meter, List<FolderGauge> folders) implements AutoCloseable {
  private static final Path PROCESSES = Path.of("/proc");
  private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

  static Gauges of(Engine engine, String container, ContainerState state, int processLimit) {
    Path process = PROCESSES.resolve(String.valueOf(state.getPidLong()));
    Optional<String> membership = membership(process).filter(text -> text.contains(container));
    if (membership.isPresent()) {
      try {
        CgroupFiles files = CgroupFiles.of(CONTROL_GROUPS, membership.get());
        return new Gauges(CgroupMeter.of(files), folders(process.resolve("root")));
      } catch (IOException unreadable) {
        // The engine can read what we cannot.
      }
    }
    EngineMeter meter = new EngineMeter(processLimit);
    engine.measure(container, meter);
    return new Gauges(meter, List.of());
  }

  boolean anyFolderIsFull() {
    return folders.stream().anyMatch(FolderGauge::isFull);
  }

  @Override
  public void close() {
    meter.close();
    folders.forEach(FolderGauge::close);
  }

  private static List<FolderGauge> folders(Path root) {
    return Stream.of(Hardening.WORK, Hardening.TEMPORARY)
        .flatMap(folder -> FolderGauge.of(root.resolve(folder.substring(1))).stream())
        .toList();
  }

  private static Optional<String> membership(Path process) {
    try {
      return Optional.of(Files.readString(process.resolve("cgroup")));
    } catch (IOException elsewhere) {
      return Optional.empty();
    }
  }
}
