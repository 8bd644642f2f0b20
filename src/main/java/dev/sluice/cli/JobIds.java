package dev.sluice.cli;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.sluice.job.JobId;

/** Ids for jobs that choose none: UUIDv7 (RFC 9562), which sort by the time they were made. */
public final class JobIds {
  private JobIds() {}

  public static JobId next() {
    return new JobId(UuidCreator.getTimeOrderedEpoch().toString());
  }
}
