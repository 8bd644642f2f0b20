package dev.sluice.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process made a sandbox, so that others can tell whether it still lives.
 *
 * @param host the boot of the machine and the process namespace that {@code process} counts in
 * @param process its id
 * @param startTicks when it started, in clock ticks since the boot: ids come round, this does not
 */
public record Owner(String host, long process, long startTicks) {
  private static final int FIELDS_BEFORE_START_TIME = 19;

  /** This process. */
  public static Owner current() {
    long process = ProcessHandle.current().pid();
    return new Owner(here(), process, startTicks(process).orElse(0L));
  }

  /** Reads what {@link #toString()} wrote. */
  public static Optional<Owner> parse(String text) {
    String[] fields = text.split(" ", -1);
    try {
      return fields.length == 3
          ? Optional.of(new Owner(fields[0], Long.parseLong(fields[1]), Long.parseLong(fields[2])))
          : Optional.empty();
    } catch (NumberFormatException foreign) {
      return Optional.empty();
    }
  }

  /** Whether the process is known to have ended: it counted here, and it is not here any more. */
  public boolean isDead() {
    return host.equals(here()) && startTicks(process).filter(now -> now == startTicks).isEmpty();
  }

  @Override
  public String toString() {
    return host + " " + process + " " + startTicks;
  }

  private static String here() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException unknown) {
      return "unknown";
    }
  }

  /**
   * The 22nd field of {@code /proc/<pid>/stat}; the second may hold spaces, and ends in the last
   * ")".
   */
  private static Optional<Long> startTicks(long process) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
      return Optional.of(Long.parseLong(fields[FIELDS_BEFORE_START_TIME]));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
