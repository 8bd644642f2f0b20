package dev.sluice.cgroup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the two versions of Linux control groups keep their counts, and how each is written. Texts
 * are given in the order of {@link #paths()}: processor time, peak of memory, events of memory,
 * events of processes. Only processor time is written differently. Source: {@code cgroup-v1/} and
 * {@code cgroup-v2.rst} in the kernel's documentation.
 */
public sealed interface CgroupFiles {
  List<Path> paths();

  /** What is held now: for kernels that do not keep a peak (version two before Linux 5.19). */
  Path heldMemory();

  long cpuNanos(List<String> texts);

  default long peakBytes(List<String> texts) {
    return Long.parseLong(texts.get(1).strip());
  }

  default long memoryKills(List<String> texts) {
    return named("oom_kill", texts.get(2));
  }

  default long refusedProcesses(List<String> texts) {
    return named("max", texts.get(3));
  }

  /**
   * The files of the groups that a process is in.
   *
   * @param root where the groups are mounted, {@code /sys/fs/cgroup}
   * @param membership the text of {@code /proc/<pid>/cgroup}
   */
  static CgroupFiles of(Path root, String membership) {
    Map<String, String> groups = new HashMap<>();
    for (String line : membership.lines().toList()) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3) {
        for (String controller : fields[1].split(",", -1)) {
          groups.put(controller, fields[2]);
        }
      }
    }
    if (groups.containsKey("memory") && groups.containsKey("pids")) {
      return new VersionOne(
          group(root, "cpuacct", groups),
          group(root, "memory", groups),
          group(root, "pids", groups));
    }
    return new VersionTwo(root.resolve(relative(groups.getOrDefault("", "/"))));
  }

  private static Path group(Path root, String controller, Map<String, String> groups) {
    return root.resolve(controller).resolve(relative(groups.getOrDefault(controller, "/")));
  }

  private static String relative(String group) {
    return group.startsWith("/") ? group.substring(1) : group;
  }

  /** One hierarchy a controller. */
  record VersionOne(Path cpu, Path memory, Path pids) implements CgroupFiles {

    @Override
    public List<Path> paths() {
      return List.of(
          cpu.resolve("cpuacct.usage"),
          memory.resolve("memory.max_usage_in_bytes"),
          memory.resolve("memory.oom_control"),
          pids.resolve("pids.events"));
    }

    @Override
    public Path heldMemory() {
      return memory.resolve("memory.usage_in_bytes");
    }

    @Override
    public long cpuNanos(List<String> texts) {
      return Long.parseLong(texts.get(0).strip());
    }
  }

  /** One hierarchy for all. */
  record VersionTwo(Path group) implements CgroupFiles {
    private static final long NANOS_A_MICROSECOND = 1_000;

    @Override
    public List<Path> paths() {
      return List.of(
          group.resolve("cpu.stat"),
          group.resolve("memory.peak"),
          group.resolve("memory.events"),
          group.resolve("pids.events"));
    }

    @Override
    public Path heldMemory() {
      return group.resolve("memory.current");
    }

    @Override
    public long cpuNanos(List<String> texts) {
      return named("usage_usec", texts.get(0)) * NANOS_A_MICROSECOND;
    }
  }

  /** The number on the line that begins with the name and a space; 0 without one. */
  private static long named(String name, String text) {
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }
}
