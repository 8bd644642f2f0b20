package dev.sluice.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether this process may make groups of its own. */
public sealed interface Cgroups {

  /** It may: here. Whoever opened it closes it. */
  record Writable(CgroupHome home) implements Cgroups {}

  /** It may not: limits have to be held by other means. */
  record NotWritable(String reason) implements Cgroups {}

  /**
   * Looks where this process is and makes a home for its groups inside, so that whatever limits the
   * operator gave this process hold for its sandboxes too. Groups that a dead process left there
   * are removed first.
   */
  static Cgroups open() {
    return open(Path.of("/proc/self"), Owner.current());
  }

  /** Of the process whose folder in {@code proc(5)} this is. */
  static Cgroups open(Path process, Owner owner) {
    String mountInfo;
    String membership;
    try {
      mountInfo = Files.readString(process.resolve("mountinfo"));
      membership = Files.readString(process.resolve("cgroup"));
    } catch (IOException notLinux) {
      return new NotWritable("this system has no control groups");
    }
    CgroupMounts mounts = CgroupMounts.of(mountInfo, membership);
    Optional<CgroupPlace.VersionOne> versionOne = mounts.placeInVersionOne();
    try {
      if (versionOne.isPresent()) {
        return new Writable(CgroupHome.inside(versionOne.get(), owner));
      }
      if (mounts.versionTwo().isPresent()) {
        Path own = mounts.versionTwo().get();
        Path top = mounts.versionTwoTop().orElse(own);
        return new Writable(new Delegation(own, top, owner).home());
      }
    } catch (IOException refused) {
      return new NotWritable("control groups are not writable: " + refused);
    }
    return new NotWritable("no control groups of memory, pids and cpu are mounted");
  }
}
