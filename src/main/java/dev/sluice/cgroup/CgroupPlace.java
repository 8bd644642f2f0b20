package dev.sluice.cgroup;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A group: one folder in each hierarchy that limits or counts something, which in version two is
 * one folder in all. Only paths; nothing is looked at. Source of names and units: {@code
 * cgroup-v1/}, {@code scheduler/sched-bwc.rst} and {@code cgroup-v2.rst} in the kernel's
 * documentation.
 */
sealed interface CgroupPlace {
  int PERIOD_MICROS = 100_000;

  /** A text to be written into a file of the group. */
  record Setting(Path file, String text, Need need) {}

  /** What follows when a setting cannot be made. */
  enum Need {
    /** The group must not be used. */
    REQUIRED,
    /** It holds without: this kernel was built without it, or has no swap. */
    WHERE_POSSIBLE
  }

  /** The version, for people. */
  String word();

  /** The group of that name inside this one. */
  CgroupPlace inside(String name);

  /** The folders, each once: two controllers may share a hierarchy. */
  SequencedSet<Path> folders();

  /** What has to be written for these limits, in this order. */
  List<Setting> settings(CgroupLimits limits);

  CgroupFiles files();

  /** The files that take a process's id to put it in. */
  default List<Path> entrances() {
    return folders().stream().map(folder -> folder.resolve("cgroup.procs")).toList();
  }

  /** One hierarchy a controller. */
  record VersionOne(Path cpu, Path cpuTime, Path memory, Path processes) implements CgroupPlace {

    @Override
    public String word() {
      return "cgroup v1";
    }

    @Override
    public CgroupPlace inside(String name) {
      return new VersionOne(
          cpu.resolve(name), cpuTime.resolve(name), memory.resolve(name), processes.resolve(name));
    }

    @Override
    public SequencedSet<Path> folders() {
      return new LinkedHashSet<>(List.of(memory, processes, cpuTime, cpu));
    }

    @Override
    public List<Setting> settings(CgroupLimits limits) {
      String bytes = Long.toString(limits.memory().bytes());
      return List.of(
          new Setting(memory.resolve("memory.limit_in_bytes"), bytes, Need.REQUIRED),
          // Memory and swap together; must not be below the limit of memory, so it comes after.
          new Setting(memory.resolve("memory.memsw.limit_in_bytes"), bytes, Need.WHERE_POSSIBLE),
          new Setting(memory.resolve("memory.swappiness"), "0", Need.WHERE_POSSIBLE),
          new Setting(
              processes.resolve("pids.max"), Integer.toString(limits.processes()), Need.REQUIRED),
          new Setting(
              cpu.resolve("cpu.cfs_period_us"),
              Integer.toString(PERIOD_MICROS),
              Need.WHERE_POSSIBLE),
          new Setting(
              cpu.resolve("cpu.cfs_quota_us"),
              Long.toString((long) PERIOD_MICROS * limits.processors()),
              Need.WHERE_POSSIBLE));
    }

    @Override
    public CgroupFiles files() {
      return new CgroupFiles.VersionOne(cpuTime, memory, processes);
    }
  }

  /** One hierarchy for all. */
  record VersionTwo(Path group) implements CgroupPlace {

    @Override
    public String word() {
      return "cgroup v2";
    }

    @Override
    public VersionTwo inside(String name) {
      return new VersionTwo(group.resolve(name));
    }

    @Override
    public SequencedSet<Path> folders() {
      return new LinkedHashSet<>(List.of(group));
    }

    @Override
    public List<Setting> settings(CgroupLimits limits) {
      return List.of(
          new Setting(
              group.resolve("memory.max"), Long.toString(limits.memory().bytes()), Need.REQUIRED),
          new Setting(group.resolve("memory.swap.max"), "0", Need.WHERE_POSSIBLE),
          new Setting(group.resolve("memory.oom.group"), "1", Need.WHERE_POSSIBLE),
          new Setting(
              group.resolve("pids.max"), Integer.toString(limits.processes()), Need.REQUIRED),
          new Setting(
              group.resolve("cpu.max"),
              (long) PERIOD_MICROS * limits.processors() + " " + PERIOD_MICROS,
              Need.WHERE_POSSIBLE));
    }

    @Override
    public CgroupFiles files() {
      return new CgroupFiles.VersionTwo(group);
    }
  }
}
