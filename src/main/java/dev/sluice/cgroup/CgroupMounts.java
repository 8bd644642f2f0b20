package dev.sluice.cgroup;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a process's own groups are found, of both versions: a host may mount either, or both
 * (hybrid), and then each controller belongs to one of them. Pure.
 *
 * @param versionOne by controller, the folder of the process's group in that controller's hierarchy
 * @param versionTwo the process's group in the one hierarchy of version two
 * @param versionTwoTop where that hierarchy is mounted, or the part of it that can be seen
 */
record CgroupMounts(
    Map<String, Path> versionOne, Optional<Path> versionTwo, Optional<Path> versionTwoTop) {
  private static final int ROOT = 3;
  private static final int MOUNT_POINT = 4;

  /**
   * Reads the two files of {@code proc(5)}.
   *
   * @param mountInfo the text of {@code /proc/<pid>/mountinfo}
   * @param membership the text of {@code /proc/<pid>/cgroup}
   */
  static CgroupMounts of(String mountInfo, String membership) {
    Map<String, String> groups = new HashMap<>();
    for (String line : membership.lines().toList()) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3) {
        Arrays.stream(fields[1].split(",", -1))
            .forEach(controller -> groups.put(controller, fields[2]));
      }
    }
    Map<String, Path> versionOne = new HashMap<>();
    Optional<Path> versionTwo = Optional.empty();
    Optional<Path> versionTwoTop = Optional.empty();
    for (String line : mountInfo.lines().toList()) {
      String[] halves = line.split(" - ", 2);
      List<String> mount = List.of(halves[0].split(" ", -1));
      List<String> type = halves.length == 2 ? List.of(halves[1].split(" ", -1)) : List.of();
      if (mount.size() <= MOUNT_POINT || type.size() < 3) {
        continue;
      }
      if (type.getFirst().equals("cgroup2") && versionTwo.isEmpty()) {
        versionTwo = own(mount, groups.getOrDefault("", "/"));
        versionTwoTop = versionTwo.map(_ -> Path.of(mount.get(MOUNT_POINT)));
      }
      if (type.getFirst().equals("cgroup")) {
        Set<String> controllers = new HashSet<>(List.of(type.get(2).split(",", -1)));
        controllers.retainAll(groups.keySet());
        for (String controller : controllers) {
          own(mount, groups.getOrDefault(controller, "/"))
              .ifPresent(folder -> versionOne.putIfAbsent(controller, folder));
        }
      }
    }
    return new CgroupMounts(Map.copyOf(versionOne), versionTwo, versionTwoTop);
  }

  /** The process's own group where all that is needed of version one is mounted. */
  Optional<CgroupPlace.VersionOne> placeInVersionOne() {
    Set<String> needed = Set.of("cpu", "cpuacct", "memory", "pids");
    return versionOne.keySet().containsAll(needed)
        ? Optional.of(
            new CgroupPlace.VersionOne(
                folder("cpu"), folder("cpuacct"), folder("memory"), folder("pids")))
        : Optional.empty();
  }

  private Path folder(String controller) {
    return Optional.ofNullable(versionOne.get(controller)).orElseThrow();
  }

  /** The group's folder below a mount, if the mount shows that part of the hierarchy. */
  private static Optional<Path> own(List<String> mount, String group) {
    Path shown = Path.of(mount.get(ROOT));
    Path wanted = Path.of(group.isEmpty() ? "/" : group).normalize();
    return wanted.startsWith(shown)
        ? Optional.of(Path.of(mount.get(MOUNT_POINT)).resolve(shown.relativize(wanted).toString()))
        : Optional.empty();
  }
}
