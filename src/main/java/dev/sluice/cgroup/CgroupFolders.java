package dev.sluice.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The few operations that the kernel's folders know. Any thread. */
final class CgroupFolders {
  private static final long DEATH_SECONDS = 5;

  private CgroupFolders() {}

  /** Makes a group and sets it; nothing is left of it if that fails. */
  static void make(CgroupPlace place, CgroupLimits limits) throws IOException {
    try {
      for (Path folder : place.folders()) {
        Files.createDirectory(folder);
      }
      for (CgroupPlace.Setting setting : place.settings(limits)) {
        set(setting);
      }
    } catch (IOException refused) {
      place.folders().forEach(CgroupFolders::remove);
      throw refused;
    }
  }

  /** Writes into one of the kernel's files, which exist and are never truncated. */
  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  /**
   * Removes a group with all groups inside; whatever still runs in it is killed. False if it is
   * still there.
   */
  static boolean remove(Path group) {
    try {
      for (Path inner : inside(group)) {
        remove(inner);
      }
      kill(group);
    } catch (IOException unreadable) {
      return false;
    }
    return removeEmpty(group);
  }

  /** Removes a group that holds nothing; false if it does. */
  static boolean removeEmpty(Path group) {
    try {
      Files.deleteIfExists(group);
      return true;
    } catch (IOException busy) {
      return false;
    }
  }

  /** The groups inside a group. */
  static List<Path> inside(Path group) throws IOException {
    try (Stream<Path> entries = Files.list(group)) {
      return entries.filter(Files::isDirectory).toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static void set(CgroupPlace.Setting setting) throws IOException {
    try {
      write(setting.file(), setting.text());
    } catch (IOException refused) {
      if (setting.need() == CgroupPlace.Need.REQUIRED) {
        throw refused;
      }
    }
  }

  private static void kill(Path group) throws IOException {
    Path members = group.resolve("cgroup.procs");
    if (!Files.exists(members)) {
      return;
    }
    List<ProcessHandle> processes =
        Files.readAllLines(members).stream()
            .map(Long::parseLong)
            // A process of a namespace that cannot be seen from here reads as 0.
            .filter(process -> process > 0)
            .flatMap(process -> ProcessHandle.of(process).stream())
            .toList();
    for (ProcessHandle process : processes) {
      process.destroyForcibly();
    }
    for (ProcessHandle process : processes) {
      try {
        process.onExit().get(DEATH_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException lives) {
        throw new IOException("a killed process does not end: " + process.pid(), lives);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", stopping);
      }
    }
  }
}
