package dev.sluice.audit;

import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An audit event as it is written down.
 *
 * @param id a name-based UUID of stage, tenant, job, type and occurrence: a decision that is
 *     replayed after a crash is recorded under the same id, so readers count it once
 */
public record AuditRecord(
    String id,
    Instant at,
    Stage stage,
    TenantId tenant,
    Optional<JobId> job,
    String type,
    Map<String, String> details) {

  public AuditRecord {
    details = Map.copyOf(details);
  }

  /** The record of an event on a job. */
  public static AuditRecord of(Stage stage, JobKey key, AuditEvent event, Instant at) {
    return of(stage, key.tenant(), Optional.of(key.job()), event, at);
  }

  /** The record of an event that belongs to no job. */
  public static AuditRecord of(Stage stage, TenantId tenant, AuditEvent event, Instant at) {
    return of(stage, tenant, Optional.empty(), event, at);
  }

  private static AuditRecord of(
      Stage stage, TenantId tenant, Optional<JobId> job, AuditEvent event, Instant at) {
    String name =
        String.join(
            "\n",
            stage.word(),
            tenant.value(),
            job.map(JobId::value).orElse(""),
            event.type(),
            event.occurrence());
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    return new AuditRecord(id, at, stage, tenant, job, event.type(), event.details());
  }
}
