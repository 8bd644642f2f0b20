package dev.sluice.container;

import dev.sluice.cgroup.Owner;
import dev.sluice.job.Assignment;
import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What is written on a container, so that whoever finds it knows whose it is.
 *
 * @param executor the executor's configured id
 * @param owner the executor's process
 * @param job which job it was made for; empty if it was made ahead
 * @param attempt which attempt at it, from 1
 * @param expiresAt by then no executor that lives can still want it
 */
record Labels(String executor, String owner, String job, String attempt, String expiresAt) {
  static final String EXECUTOR = "dev.sluice.executor";
  private static final String OWNER = "dev.sluice.owner";
  private static final String JOB = "dev.sluice.job";
  private static final String ATTEMPT = "dev.sluice.attempt";
  private static final String EXPIRES_AT = "dev.sluice.expires-at";

  static Labels of(
      String executor, Owner owner, Optional<Assignment> assignment, Instant expiresAt) {
    return new Labels(
        executor,
        owner.toString(),
        assignment.map(job -> job.key().toString()).orElse(""),
        assignment.map(job -> Integer.toString(job.attempt())).orElse(""),
        expiresAt.toString());
  }

  static Labels read(Map<String, String> labels) {
    return new Labels(
        labels.getOrDefault(EXECUTOR, ""),
        labels.getOrDefault(OWNER, ""),
        labels.getOrDefault(JOB, ""),
        labels.getOrDefault(ATTEMPT, ""),
        labels.getOrDefault(EXPIRES_AT, ""));
  }

  Map<String, String> toMap() {
    return Map.of(
        EXECUTOR, executor, OWNER, owner, JOB, job, ATTEMPT, attempt, EXPIRES_AT, expiresAt);
  }

  Optional<TenantId> tenant() {
    try {
      return Optional.of(JobKey.parse(job).tenant());
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  /**
   * Why nobody can want the container any more, if so: its executor's process has ended, or was
   * replaced by another one of the same id, or it is past its time.
   */
  Optional<String> whyOrphaned(String ourExecutor, Owner us, Instant now) {
    Optional<Owner> maker = Owner.parse(owner);
    if (maker.filter(us::equals).isPresent()) {
      return Optional.empty();
    }
    if (executor.equals(ourExecutor)) {
      return Optional.of("left by an earlier process of the same executor");
    }
    if (maker.filter(Owner::isDead).isPresent()) {
      return Optional.of("left by an executor whose process has ended");
    }
    return isPast(now) ? Optional.of("left past its time") : Optional.empty();
  }

  private boolean isPast(Instant now) {
    try {
      return now.isAfter(Instant.parse(expiresAt));
    } catch (DateTimeParseException foreign) {
      return false;
    }
  }
}
