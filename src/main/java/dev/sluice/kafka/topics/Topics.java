package dev.sluice.kafka.topics;

import dev.sluice.job.Tier;
import java.util.List;

/**
 * The names of the topics. What each holds and how it is kept is in the files under {@code
 * topics/}.
 */
public final class Topics {
  public static final String SUBMISSIONS = "code.submissions";
  public static final String VALIDATED = "code.validated";
  public static final String JOBS_ISOLATE = "code.jobs.isolate";
  public static final String JOBS_CONTAINER = "code.jobs.container";
  public static final String OUTCOMES = "code.outcomes";
  public static final String RESULTS = "code.results";
  public static final String STATUS = "code.status";
  public static final String CONTROL = "code.control";
  public static final String TENANTS = "code.tenants";
  public static final String CAPACITY = "code.capacity";
  public static final String AUDIT = "code.audit";
  public static final String DEAD_LETTERS = "code.dead-letters";

  /** Every topic, in the order of the data's way. */
  public static final List<String> ALL =
      List.of(
          SUBMISSIONS,
          VALIDATED,
          JOBS_ISOLATE,
          JOBS_CONTAINER,
          OUTCOMES,
          RESULTS,
          STATUS,
          CONTROL,
          TENANTS,
          CAPACITY,
          AUDIT,
          DEAD_LETTERS);

  private Topics() {}

  /** The topic that a tier's executors read. */
  public static String jobsOf(Tier tier) {
    return switch (tier) {
      case ISOLATE -> JOBS_ISOLATE;
      case CONTAINER -> JOBS_CONTAINER;
    };
  }
}
