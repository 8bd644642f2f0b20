package dev.sluice.job;

/** Names a run of many jobs that belong together. */
public record BatchId(String value) {

  public BatchId {
    Identifiers.requireWellFormed("batch id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
