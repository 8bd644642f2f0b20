package dev.sluice.verdict;

/**
 * Whose fault it was that a job did not succeed. Only what the platform is to blame for is tried
 * again.
 */
public enum FaultDomain {
  NONE,
  /** The program did something that a program must not, or did it wrongly. */
  CODE,
  /** The submission itself was no good, late, or taken back. */
  SUBMITTER,
  /** The tenant's policy says no. */
  POLICY,
  /** Sluice or the machine below it. */
  PLATFORM
}
