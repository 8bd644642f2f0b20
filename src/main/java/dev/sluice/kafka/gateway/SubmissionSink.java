package dev.sluice.kafka.gateway;

import dev.sluice.audit.AuditEvent;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.HashChain;
import dev.sluice.audit.Stage;
import dev.sluice.job.Submission;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.stage.AuditTrail;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where submissions are handed in. Any thread, and no method waits; closed by who made it, which
 * waits for what is on its way.
 */
public final class SubmissionSink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SubmissionSink.class);

  private final RecordWriter writer;
  private final AuditTrail audit;
  private final String channel;
  private final InstantSource clock;

  /**
   * @param channel by which the submissions come, as the audit trail says it, such as {@code http}
   */
  public SubmissionSink(KafkaSettings settings, String channel, InstantSource clock) {
    this.writer = new RecordWriter(settings);
    this.audit = new AuditTrail(HashChain.begin("gateway/" + channel + "/" + UUID.randomUUID()));
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Hands a submission in.
   *
   * @return completes when it is durable: from then on one result is due. Completes with a {@link
   *     GatewayException} when the cluster refuses it, or could not be reached for half a minute
   */
  public CompletionStage<Written> submit(Submission submission) {
    CompletionStage<Written> taken =
        writer.write(
            Topics.SUBMISSIONS,
            submission.key().tenant().value(),
            Codecs.SUBMISSION.encode(submission));
    var _ = taken.thenAccept(_ -> record(submission));
    return taken;
  }

  /** The submission is taken by now, so its submitter hears so even if this cannot be written. */
  private void record(Submission submission) {
    AuditRecord record =
        AuditRecord.of(
            Stage.GATEWAY,
            submission.key(),
            new AuditEvent.Submitted(submission.program().sha256(), channel),
            clock.instant());
    var _ =
        writer
            .write(() -> audit.toProducer(record))
            .whenComplete(
                (_, failure) -> {
                  if (failure != null) {
                    LOG.error(
                        "tenant={} job={} was submitted, and that is not in the audit trail: {}",
                        submission.key().tenant(),
                        submission.key().job(),
                        failure.getMessage());
                  }
                });
  }

  @Override
  public void close() {
    writer.close();
  }
}
