package dev.sluice.kafka.gateway;

import dev.sluice.job.CancelRequest;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import java.util.concurrent.CompletionStage;

/**
 * Where wishes to cancel a job are handed in. Any thread, and no method waits; closed by who made
 * it.
 */
public final class CancelSink implements AutoCloseable {
  private final RecordWriter writer;

  public CancelSink(KafkaSettings settings) {
    this.writer = new RecordWriter(settings);
  }

  /**
   * Hands a wish in.
   *
   * @return completes when it is durable; what it did is in the audit trail and in the job's
   *     result. Completes with a {@link GatewayException} like {@link SubmissionSink#submit}
   */
  public CompletionStage<Written> cancel(CancelRequest request) {
    return writer.write(
        Topics.CONTROL, request.key().tenant().value(), Codecs.CONTROL.encode(request));
  }

  @Override
  public void close() {
    writer.close();
  }
}
