package dev.sluice.cli.run;

import dev.sluice.job.Submission;
import java.util.concurrent.CompletionStage;

/** What a run needs of a running Sluice. */
public interface Pipeline {

  /**
   * Hands a submission in. Completes when it is durable, exceptionally when it is not; may complete
   * in any thread.
   */
  CompletionStage<?> submit(Submission submission);

  /** Every result there is, from the oldest on, and then the new ones as they come. */
  ResultFeed results();
}
