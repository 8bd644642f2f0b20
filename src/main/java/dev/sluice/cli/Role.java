package dev.sluice.cli;

/** A part of Sluice that a process can run. */
public enum Role {
  /** Judges submissions. */
  VALIDATOR,
  /** Keeps the ledger: quotas, dispatch, results. */
  ROUTER,
  /** Runs JavaScript in confined worker processes. */
  ISOLATE,
  /** Runs programs in containers. */
  CONTAINER,
  /** Serves HTTP. */
  GATEWAY;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
