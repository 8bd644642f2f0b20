package dev.sluice.cli;

import dev.sluice.cli.run.Pipeline;
import dev.sluice.cli.run.ResultFeed;
import dev.sluice.job.Submission;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.gateway.ResultReader;
import dev.sluice.kafka.gateway.Start;
import dev.sluice.kafka.gateway.SubmissionSink;
import dev.sluice.verdict.JobResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The pipeline of a cluster. Closed by who made it; feeds are closed by who opened them. */
final class KafkaPipeline implements Pipeline, AutoCloseable {
  private final KafkaSettings cluster;
  private final SubmissionSink sink;

  /**
   * Opens a way in.
   *
   * @param channel as the audit trail says by which way a submission came
   */
  KafkaPipeline(KafkaSettings cluster, String channel, InstantSource clock) {
    this.cluster = cluster;
    this.sink = new SubmissionSink(cluster, channel, clock);
  }

  @Override
  public CompletionStage<?> submit(Submission submission) {
    return sink.submit(submission);
  }

  @Override
  public ResultFeed results() {
    ResultReader reader = ResultReader.open(cluster, Start.EARLIEST);
    return new ResultFeed() {
      @Override
      public List<JobResult> next(Duration patience) {
        return reader.next(patience);
      }

      @Override
      public boolean caughtUp() {
        return reader.caughtUp();
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }

  @Override
  public void close() {
    sink.close();
  }
}
