package dev.sluice.kafka.wire;

import dev.sluice.audit.AuditEntry;
import dev.sluice.job.Assignment;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.Submission;
import dev.sluice.kafka.wire.generated.AuditEvent;
import dev.sluice.kafka.wire.generated.CodeSubmission;
import dev.sluice.kafka.wire.generated.JobAssignment;
import dev.sluice.kafka.wire.generated.JobControl;
import dev.sluice.sandbox.PoolCapacity;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;

/** The register of messages: a new one is a line here, its mapping and its schema. */
public final class Codecs {
  public static final Codec<Submission> SUBMISSION =
      new AvroCodec<>(CodeSubmission.SCHEMA$, new SubmissionMapping());
  public static final Codec<ValidatedSubmission> VALIDATED_SUBMISSION =
      new AvroCodec<>(
          dev.sluice.kafka.wire.generated.ValidatedSubmission.SCHEMA$,
          new ValidatedSubmissionMapping(SUBMISSION));
  public static final Codec<Assignment> ASSIGNMENT =
      new AvroCodec<>(JobAssignment.SCHEMA$, new AssignmentMapping());
  public static final Codec<AttemptOutcome> OUTCOME =
      new AvroCodec<>(dev.sluice.kafka.wire.generated.AttemptOutcome.SCHEMA$, new OutcomeMapping());
  public static final Codec<JobResult> RESULT =
      new AvroCodec<>(dev.sluice.kafka.wire.generated.JobResult.SCHEMA$, new ResultMapping());
  public static final Codec<JobStatus> STATUS =
      new AvroCodec<>(dev.sluice.kafka.wire.generated.JobStatus.SCHEMA$, new StatusMapping());
  public static final Codec<CancelRequest> CONTROL =
      new AvroCodec<>(JobControl.SCHEMA$, new ControlMapping());
  public static final Codec<AuditEntry> AUDIT =
      new AvroCodec<>(AuditEvent.SCHEMA$, new AuditMapping());
  public static final Codec<TenantPolicy> POLICY =
      new AvroCodec<>(dev.sluice.kafka.wire.generated.TenantPolicy.SCHEMA$, new PolicyMapping());
  public static final Codec<PoolCapacity> CAPACITY =
      new AvroCodec<>(dev.sluice.kafka.wire.generated.PoolCapacity.SCHEMA$, new CapacityMapping());

  private Codecs() {}
}
