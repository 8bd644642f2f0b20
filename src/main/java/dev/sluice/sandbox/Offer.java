package dev.sluice.sandbox;

import java.util.Set;

/** What a pool says it can take. */
public sealed interface Offer {

  /** Ready to run this many programs at once, in these languages. */
  record Available(int slots, Set<String> languages) implements Offer {
    public Available {
      languages = Set.copyOf(languages);
      if (slots < 1) {
        throw new IllegalArgumentException("slots must be at least 1: " + slots);
      }
    }
  }

  /** Not able to run anything, with the reason and what would help. */
  record Unavailable(String reason) implements Offer {}
}
