package dev.sluice.job;

/**
 * The idempotency key of a job, unique within its tenant; chosen by the producer or generated as a
 * UUIDv7.
 */
public record JobId(String value) {

  public JobId {
    Identifiers.requireWellFormed("job id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
