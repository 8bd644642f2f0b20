package dev.sluice.cli.run;

import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.json.TestingResults;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A pipeline in memory: settles each new job with the verdict that a function gives it, answers
 * duplicates with silence, and remembers the most that was in flight.
 */
final class TestingPipeline implements Pipeline {
  final List<Submission> submitted = new ArrayList<>();
  private final List<JobResult> topic = new ArrayList<>();
  private final Set<JobKey> known = new HashSet<>();
  private final Function<Submission, Verdict> verdicts;
  private int waiting;
  int mostInFlight;
  boolean refusesSubmissions;
  boolean neverAnswers;

  TestingPipeline(Function<Submission, Verdict> verdicts) {
    this.verdicts = verdicts;
  }

  void hasResult(JobResult result) {
    known.add(result.key());
    topic.add(result);
  }

  @Override
  public CompletionStage<?> submit(Submission submission) {
    if (refusesSubmissions) {
      return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
    }
    submitted.add(submission);
    if (known.add(submission.key()) && !neverAnswers) {
      topic.add(TestingResults.to(submission, verdicts.apply(submission)));
      waiting++;
      mostInFlight = Math.max(mostInFlight, waiting);
    }
    return CompletableFuture.completedFuture(submission.key());
  }

  @Override
  public ResultFeed results() {
    int end = topic.size();
    return new ResultFeed() {
      private int position;

      @Override
      public List<JobResult> next(Duration patience) {
        List<JobResult> results = List.copyOf(topic.subList(position, topic.size()));
        position = topic.size();
        waiting = 0;
        return results;
      }

      @Override
      public boolean caughtUp() {
        return position >= end;
      }

      @Override
      public void close() {}
    };
  }
}
