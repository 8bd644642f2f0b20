package dev.sluice.json;

import dev.sluice.job.Submission;
import java.util.Map;
import java.util.Optional;

/** What reading the JSON form of a submission came to. */
public sealed interface Reading {

  /**
   * It is a submission.
   *
   * @param idChosen false where the submission left its id out and got a new one
   */
  record Clear(Submission submission, boolean idChosen) implements Reading {}

  /**
   * It is not. What could be read of its names is kept as it was written, so that the answer finds
   * back.
   */
  record Faulty(
      Mistake mistake, Optional<String> id, Optional<String> tenant, Map<String, String> labels)
      implements Reading {

    public Faulty {
      labels = Map.copyOf(labels);
    }
  }
}
