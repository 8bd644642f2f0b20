package dev.sluice.job;

import java.util.Map;
import java.util.Optional;

/** What the submitter wants to find its job by again; copied to the result. */
public record Tags(Optional<BatchId> batch, Map<String, String> labels) {

  public static final Tags NONE = new Tags(Optional.empty(), Map.of());

  public Tags {
    labels = Map.copyOf(labels);
  }
}
