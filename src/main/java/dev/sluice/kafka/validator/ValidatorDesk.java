package dev.sluice.kafka.validator;

import dev.sluice.audit.AuditEvent;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.HashChain;
import dev.sluice.audit.Stage;
import dev.sluice.job.Submission;
import dev.sluice.kafka.stage.AuditTrail;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.stage.Origin;
import dev.sluice.kafka.stage.PolicyTable;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.tenant.Policies;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.validate.Validator;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition's validator at work. One stream thread. */
final class ValidatorDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ValidatorDesk.class);

  private final ProcessorContext<byte @Nullable [], byte @Nullable []> context;
  private final Validator validator;
  private final Policies policies;
  private final AuditTrail trail;

  ValidatorDesk(
      Validator validator,
      String process,
      ProcessorContext<byte @Nullable [], byte @Nullable []> context) {
    this.context = context;
    this.validator = validator;
    this.policies =
        new PolicyTable(context.getStateStore(ValidatorTopology.POLICIES.store()), Codecs.POLICY);
    // A task that comes back to this process begins a chain of its own.
    this.trail =
        new AuditTrail(
            HashChain.begin(
                "validator-%s-%d-%s"
                    .formatted(
                        process,
                        context.taskId().partition(),
                        UUID.randomUUID().toString().substring(0, 8))));
  }

  /** Writes what is judged of a record, or sets it aside. */
  void take(Record<byte @Nullable [], byte @Nullable []> record) {
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    try {
      ValidatedSubmission judged = judged(submission(record), now);
      byte[] tenant = utf8(judged.submission().key().tenant().value());
      byte[] value = Codecs.VALIDATED_SUBMISSION.encode(judged);
      context.forward(new Record<>(tenant, value, now.toEpochMilli()), Topics.VALIDATED);
      audit(AuditRecord.of(Stage.VALIDATOR, judged.submission().key(), event(judged), now), now);
    } catch (UndecodableException unreadable) {
      setAside(record, String.valueOf(unreadable.getMessage()), now);
    }
  }

  private static Submission submission(Record<byte @Nullable [], byte @Nullable []> record)
      throws UndecodableException {
    byte[] value = record.value();
    if (value == null) {
      throw new UndecodableException("the record has no value");
    }
    Submission submission = Codecs.SUBMISSION.decode(value);
    byte[] key = record.key();
    String tenant = submission.key().tenant().value();
    if (key != null && !Arrays.equals(key, utf8(tenant))) {
      throw new UndecodableException("the record's key is not its tenant, " + tenant);
    }
    return submission;
  }

  /** A rule or a parser that fails is our fault; the job has its one result all the same. */
  private ValidatedSubmission judged(Submission submission, Instant now) {
    try {
      return validator.judge(submission, policies, now);
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.error(
          "stage=validator job={} could not be judged: {}",
          submission.key(),
          failure.getClass().getName());
      return new ValidatedSubmission(
          submission,
          new Decision.Rejected(
              Verdict.PLATFORM_FAILURE,
              "the validator failed on it: " + failure.getClass().getSimpleName()),
          List.of());
    }
  }

  private static AuditEvent event(ValidatedSubmission judged) {
    String codeSha256 = judged.submission().program().sha256();
    List<String> findings = AuditedFindings.of(judged.findings());
    return switch (judged.decision()) {
      case Decision.Accepted(var _, var _) -> new AuditEvent.Validated(codeSha256, findings);
      case Decision.Rejected(var verdict, var _) ->
          new AuditEvent.Rejected(codeSha256, verdict, findings);
    };
  }

  private void setAside(
      Record<byte @Nullable [], byte @Nullable []> record, String error, Instant now) {
    DeadLetter letter =
        DeadLetter.of(
            Stage.VALIDATOR, Origin.of(context.recordMetadata().orElseThrow()), record, error);
    context.forward(letter.toStreams(now), Topics.DEAD_LETTERS);
    audit(letter.event(now), now);
  }

  private void audit(AuditRecord record, Instant now) {
    context.forward(trail.toStreams(record, now), Topics.AUDIT);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
