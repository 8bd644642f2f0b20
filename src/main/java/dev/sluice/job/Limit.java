package dev.sluice.job;

/** What is limited in every sandbox. */
public enum Limit {
  WALL,
  CPU,
  MEMORY,
  OUTPUT,
  PROCESSES,
  DISK;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
