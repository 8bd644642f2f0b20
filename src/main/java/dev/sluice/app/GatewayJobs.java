package dev.sluice.app;

import dev.sluice.http.Jobs;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.gateway.CancelSink;
import dev.sluice.kafka.gateway.ResultLookup;
import dev.sluice.kafka.gateway.StatusView;
import dev.sluice.kafka.gateway.SubmissionSink;
import dev.sluice.verdict.JobStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Jobs for the HTTP edge, by way of a cluster. Any thread; closed after the edge. */
final class GatewayJobs implements Jobs, AutoCloseable {
  private static final Duration LAG = Duration.ofSeconds(2);
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

  private final InstantSource clock;
  private final SubmissionSink submissions;
  private final CancelSink cancellations;
  private final StatusView statuses;
  private final ResultLookup results;

  GatewayJobs(KafkaSettings cluster, InstantSource clock) {
    this.clock = clock;
    this.submissions = new SubmissionSink(cluster, "http", clock);
    this.cancellations = new CancelSink(cluster);
    this.statuses = new StatusView(cluster);
    this.results = new ResultLookup(cluster);
  }

  @Override
  public CompletionStage<?> submit(Submission submission) {
    return submissions.submit(submission);
  }

  @Override
  public CompletionStage<?> cancel(JobKey key, String reason) {
    return cancellations.cancel(new CancelRequest(key, reason));
  }

  @Override
  public CompletionStage<Optional<View>> find(JobKey key) {
    Optional<JobStatus> status = statuses.of(key);
    if (status.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return switch (status.get().phase()) {
      case HELD, DISPATCHED ->
          CompletableFuture.completedFuture(Optional.of(new View(status.get(), Optional.empty())));
      case SETTLED -> settled(status.get()).thenApply(Optional::of);
    };
  }

  /**
   * Status and result become visible together, but two readers follow them: a result that is not
   * there yet is waited for, one that was forgotten is not.
   */
  private CompletionStage<View> settled(JobStatus status) {
    return results
        .of(status.key())
        .thenCompose(
            result ->
                result.isEmpty() && status.at().plus(LAG).isAfter(clock.instant())
                    ? CompletableFuture.supplyAsync(() -> settled(status), LATER)
                        .thenCompose(Function.identity())
                    : CompletableFuture.completedStage(new View(status, result)));
  }

  @Override
  public Optional<String> unreadiness() {
    return statuses.unreadiness().or(results::unreadiness);
  }

  @Override
  public void close() {
    results.close();
    statuses.close();
    cancellations.close();
    submissions.close();
  }
}
