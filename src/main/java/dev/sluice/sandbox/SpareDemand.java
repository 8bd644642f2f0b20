package dev.sluice.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Which shapes of sandbox are worth keeping spares of: those that are kept always, and those that
 * somebody asked for lately and that had to be made. Not thread-safe; its owner guards it.
 *
 * @param <S> what a sandbox is made for and cannot change, with value equality
 */
public final class SpareDemand<S> {
  private final List<S> always;
  private final Terms terms;
  private final Map<S, Instant> lastAsked = new HashMap<>();

  /**
   * How much is kept.
   *
   * @param count of each shape
   * @param remembered for how long after somebody asked
   * @param mostOnDemand shapes beyond those that are kept always
   */
  public record Terms(int count, Duration remembered, int mostOnDemand) {}

  public SpareDemand(List<S> always, Terms terms) {
    this.always = List.copyOf(always);
    this.terms = terms;
  }

  /** Somebody needs a sandbox of this shape and has none of his own. */
  public void ask(S shape, Instant now) {
    lastAsked.put(shape, now);
  }

  /** How many spares of which shapes to keep, the most needed first. */
  public SequencedMap<S, Integer> wanted(Instant now) {
    lastAsked.values().removeIf(asked -> asked.plus(terms.remembered()).isBefore(now));
    SequencedMap<S, Integer> wanted = new LinkedHashMap<>();
    always.forEach(shape -> wanted.put(shape, terms.count()));
    lastAsked.entrySet().stream()
        .sorted(Map.Entry.<S, Instant>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .filter(shape -> !wanted.containsKey(shape))
        .limit(terms.mostOnDemand())
        .toList()
        .forEach(shape -> wanted.put(shape, terms.count()));
    return wanted;
  }
}
