package dev.sluice.job;

import java.util.Set;

/**
 * One attempt at a job, as the router hands it to an executor.
 *
 * @param attempt from 1
 * @param limits the effective ones
 * @param grants what the program may call, and nothing else
 * @param reuse in an isolate, whether its worker may have run and may run another program
 */
public record Assignment(
    JobKey key,
    int attempt,
    Route route,
    Program program,
    Invocation invocation,
    Limits limits,
    Set<Binding> grants,
    WorkerReuse reuse,
    Lease lease) {

  public Assignment {
    grants = Set.copyOf(grants);
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be at least 1: " + attempt);
    }
  }
}
