package dev.sluice.job;

/** The two kinds of sandbox. */
public enum Tier {
  /** A context in a confined worker process: quick, stateless, no files but the job's own. */
  ISOLATE,
  /** A hardened container: files, processes, packages. */
  CONTAINER;

  /** The word used on topics, in JSON and in messages. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
