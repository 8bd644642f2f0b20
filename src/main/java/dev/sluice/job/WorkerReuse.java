package dev.sluice.job;

import java.util.Locale;

/** Whether an isolate's worker process runs more than one program. */
public enum WorkerReuse {
  /** Programs of one tenant may follow each other in a worker, each in a context of its own. */
  TENANT,
  /** No program runs where another has run. */
  NEVER;

  /** The word used on topics and in policy files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
