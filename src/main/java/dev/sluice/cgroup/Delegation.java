package dev.sluice.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Finds a place for groups in version two, where a group that hands controllers on must hold no
 * process itself. So the process that makes the home moves into a group of its own inside it, which
 * is what a service manager's delegation is for ({@code Delegate=} in systemd.resource-control). If
 * other processes share its group, the top of what is mounted is tried. Source: "No Internal
 * Process Constraint" in {@code cgroup-v2.rst}.
 *
 * @param own the group that the process is in
 * @param top the highest one that it can see
 */
record Delegation(Path own, Path top, Owner owner) {
  /** The group, inside its home, of the process that makes the others. */
  static final String MAKER = "executor";

  private static final String REQUIRED = "+memory +pids";
  private static final String WHERE_POSSIBLE = "+cpu";

  CgroupHome home() throws IOException {
    Path parent = own.getParent();
    if (parent != null && own.endsWith(Path.of(CgroupName.of(owner), MAKER))) {
      // This process has moved already, for another pool.
      return new CgroupHome(new CgroupPlace.VersionTwo(parent));
    }
    try {
      return homeIn(own);
    } catch (IOException refused) {
      if (top.equals(own)) {
        throw refused;
      }
      return homeIn(top);
    }
  }

  private CgroupHome homeIn(Path base) throws IOException {
    if (!words(base.resolve("cgroup.controllers")).containsAll(Set.of("memory", "pids"))) {
      throw new IOException(base + " is given no controllers of memory and pids");
    }
    CgroupHome home = CgroupHome.inside(new CgroupPlace.VersionTwo(base), owner);
    Path folder = base.resolve(CgroupName.of(owner));
    Path members = base.resolve("cgroup.procs");
    String process = Long.toString(owner.process());
    // The root of all groups, which alone has no events, may hold processes and hand on.
    boolean moves = Files.exists(base.resolve("cgroup.events")) && words(members).contains(process);
    try {
      if (moves) {
        Files.createDirectory(folder.resolve(MAKER));
        CgroupFolders.write(folder.resolve(MAKER).resolve("cgroup.procs"), process);
      }
      handOn(base);
      handOn(folder);
      return home;
    } catch (IOException refused) {
      if (moves) {
        CgroupFolders.write(members, process);
        Files.deleteIfExists(folder.resolve(MAKER));
      }
      home.close();
      throw refused;
    }
  }

  private static void handOn(Path group) throws IOException {
    Path control = group.resolve("cgroup.subtree_control");
    CgroupFolders.write(control, REQUIRED);
    try {
      CgroupFolders.write(control, WHERE_POSSIBLE);
    } catch (IOException none) {
      // Processor time is still counted, which needs no controller.
    }
  }

  private static Set<String> words(Path file) throws IOException {
    return Set.copyOf(List.of(Files.readString(file).strip().split("\\s+")));
  }
}
