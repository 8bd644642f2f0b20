package dev.sluice.verdict;

/** Stable codes for what the platform can be to blame for. */
public enum PlatformFault {
  /** A dispatched attempt brought no outcome within its lease. */
  EXECUTOR_LOST,
  /** The attempt reached an executor after the instant it had to start by. */
  LEASE_MISSED,
  /** No sandbox could be had: the engine or the worker process did not start. */
  SANDBOX_UNAVAILABLE,
  /** The sandbox died or answered nonsense, and the program is not known to be the cause. */
  SANDBOX_BROKEN,
  /** Nobody offers the kind of sandbox that the job needs. */
  NO_POOL,
  /** A bug: an exception that nobody expected. */
  INTERNAL
}
