package dev.sluice.http;

import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.json.TestingResults;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Jobs in memory, settled by hand. Thread-safe. */
final class TestingJobs implements Jobs {
  final List<Submission> submitted = new CopyOnWriteArrayList<>();
  final List<JobKey> cancelled = new CopyOnWriteArrayList<>();
  private final Map<JobKey, View> views = new ConcurrentHashMap<>();
  volatile Optional<String> unreadiness = Optional.empty();
  volatile Optional<RuntimeException> broken = Optional.empty();

  void settle(JobKey key) {
    JobResult result = TestingResults.succeeded(key);
    JobStatus status =
        new JobStatus(
            key,
            JobStatus.Phase.SETTLED,
            Optional.of(Verdict.SUCCEEDED),
            Optional.empty(),
            1,
            "",
            Optional.empty(),
            TestingResults.SUBMITTED_AT);
    views.put(key, new View(status, Optional.of(result)));
  }

  @Override
  public CompletionStage<?> submit(Submission submission) {
    if (broken.isPresent()) {
      return CompletableFuture.failedFuture(broken.get());
    }
    submitted.add(submission);
    return CompletableFuture.completedFuture(submission.key());
  }

  @Override
  public CompletionStage<?> cancel(JobKey key, String reason) {
    cancelled.add(key);
    return CompletableFuture.completedFuture(key);
  }

  @Override
  public CompletionStage<Optional<View>> find(JobKey key) {
    return CompletableFuture.completedFuture(Optional.ofNullable(views.get(key)));
  }

  @Override
  public Optional<String> unreadiness() {
    return unreadiness;
  }
}
