package dev.sluice.isolate;

/** What holds a worker process in. */
public enum Confinement {
  /** No network, no files but the JDK's and our own read-only, no environment, own namespaces. */
  BUBBLEWRAP("bubblewrap"),
  /** Nothing: for machines without bubblewrap, chosen by name. Every result says so. */
  NONE("unconfined");

  private final String word;

  Confinement(String word) {
    this.word = word;
  }

  /** The word in results and audit events. */
  public String word() {
    return word;
  }
}
