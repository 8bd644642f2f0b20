package dev.sluice.verdict;

import dev.sluice.job.Limit;

/** The one word for what became of a job, and by it whose fault it was. */
public enum Verdict {
  SUCCEEDED(FaultDomain.NONE),
  RUNTIME_ERROR(FaultDomain.CODE),
  COMPILE_ERROR(FaultDomain.CODE),
  WRONG_ANSWER(FaultDomain.CODE),
  TIME_LIMIT_EXCEEDED(FaultDomain.CODE),
  CPU_LIMIT_EXCEEDED(FaultDomain.CODE),
  MEMORY_LIMIT_EXCEEDED(FaultDomain.CODE),
  OUTPUT_LIMIT_EXCEEDED(FaultDomain.CODE),
  PROCESS_LIMIT_EXCEEDED(FaultDomain.CODE),
  DISK_LIMIT_EXCEEDED(FaultDomain.CODE),
  REJECTED(FaultDomain.SUBMITTER),
  POLICY_DENIED(FaultDomain.POLICY),
  QUOTA_EXCEEDED(FaultDomain.POLICY),
  CANCELLED(FaultDomain.SUBMITTER),
  EXPIRED(FaultDomain.SUBMITTER),
  PLATFORM_FAILURE(FaultDomain.PLATFORM);

  private final FaultDomain faultDomain;

  Verdict(FaultDomain faultDomain) {
    this.faultDomain = faultDomain;
  }

  public FaultDomain faultDomain() {
    return faultDomain;
  }

  /** The verdict on a program that went over a limit. */
  public static Verdict exceeded(Limit limit) {
    return switch (limit) {
      case WALL -> TIME_LIMIT_EXCEEDED;
      case CPU -> CPU_LIMIT_EXCEEDED;
      case MEMORY -> MEMORY_LIMIT_EXCEEDED;
      case OUTPUT -> OUTPUT_LIMIT_EXCEEDED;
      case PROCESSES -> PROCESS_LIMIT_EXCEEDED;
      case DISK -> DISK_LIMIT_EXCEEDED;
    };
  }
}
