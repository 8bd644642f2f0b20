package dev.sluice.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where this process makes groups, in a folder with its name. Any thread. */
public final class CgroupHome implements AutoCloseable {
  private final CgroupPlace place;

  /** Groups that were still busy when they were removed; guarded by this. */
  private final Set<Path> leftovers = new HashSet<>();

  CgroupHome(CgroupPlace place) {
    this.place = place;
  }

  /** Makes it in a group, and removes there what dead processes left. */
  static CgroupHome inside(CgroupPlace base, Owner owner) throws IOException {
    for (Path folder : base.folders()) {
      reap(folder, owner);
    }
    CgroupPlace place = base.inside(CgroupName.of(owner));
    for (Path folder : place.folders()) {
      Files.createDirectories(folder);
    }
    return new CgroupHome(place);
  }

  /** Which version of the interface it is, for people. */
  public String version() {
    return place.word();
  }

  /**
   * Makes a group, empty yet.
   *
   * @param name unique in this process
   * @throws IOException if the kernel refuses one of the limits
   */
  public Cgroup make(String name, CgroupLimits limits) throws IOException {
    removeLeftovers();
    CgroupPlace group = place.inside(name);
    CgroupFolders.make(group, limits);
    try {
      return new Cgroup(group, CgroupMeter.ofOurs(group.files()), this);
    } catch (IOException unreadable) {
      remove(group);
      throw unreadable;
    }
  }

  void remove(CgroupPlace group) {
    for (Path folder : group.folders()) {
      if (!CgroupFolders.remove(folder)) {
        synchronized (this) {
          leftovers.add(folder);
        }
      }
    }
  }

  private synchronized void removeLeftovers() {
    leftovers.removeIf(CgroupFolders::remove);
  }

  /** Removes it; all groups should be gone by now. */
  @Override
  public void close() {
    removeLeftovers();
    // If another pool of this process is in it, or this process itself, whoever comes next reaps.
    place.folders().forEach(CgroupFolders::removeEmpty);
  }

  /** Removes the homes of dead processes from a folder. */
  private static void reap(Path folder, Owner us) throws IOException {
    for (Path home : CgroupFolders.inside(folder)) {
      Optional<Owner> maker =
          Optional.ofNullable(home.getFileName())
              .flatMap(name -> CgroupName.owner(name.toString(), us));
      if (maker.filter(Owner::isDead).isPresent()) {
        List<Path> groups = CgroupFolders.inside(home);
        groups.stream()
            .filter(group -> !group.endsWith(Delegation.MAKER))
            .forEach(CgroupFolders::remove);
        CgroupFolders.removeEmpty(home.resolve(Delegation.MAKER));
        CgroupFolders.removeEmpty(home);
      }
    }
  }
}
