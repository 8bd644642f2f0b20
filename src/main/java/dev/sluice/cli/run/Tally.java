package dev.sluice.cli.run;

import dev.sluice.job.Tier;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Counts the results of a run; its size does not grow with them. One thread. */
public final class Tally {
  /** How many results are listed one by one, and how many disagreements. */
  private static final int LISTED = 40;

  private static final int SIGNIFICANT_DIGITS = 3;

  private final Map<Verdict, Map<Optional<Tier>, Integer>> counts = new EnumMap<>(Verdict.class);
  private final Histogram latencyMillis = new Histogram(SIGNIFICANT_DIGITS);
  private final List<Settlement> first = new ArrayList<>();
  private final List<Settlement> disagreeing = new ArrayList<>();
  private int total;
  private int expecting;
  private int asExpected;
  private int refusedLines;

  void count(Settlement settlement) {
    total++;
    counts
        .computeIfAbsent(settlement.verdict(), _ -> new HashMap<>())
        .merge(settlement.tier(), 1, Integer::sum);
    settlement.latency().ifPresent(latency -> latencyMillis.recordValue(positiveMillis(latency)));
    if (first.size() < LISTED) {
      first.add(settlement);
    }
    if (settlement.expectation().isPresent()) {
      expecting++;
    }
    if (settlement.isAsExpected()) {
      asExpected++;
    } else if (disagreeing.size() < LISTED) {
      disagreeing.add(settlement);
    }
  }

  void countRefused(Settlement settlement) {
    refusedLines++;
    count(settlement);
  }

  public int total() {
    return total;
  }

  public int of(Verdict verdict) {
    return counts.getOrDefault(verdict, Map.of()).values().stream().mapToInt(count -> count).sum();
  }

  int of(Verdict verdict, Optional<Tier> tier) {
    return counts.getOrDefault(verdict, Map.of()).getOrDefault(tier, 0);
  }

  /** Lines that were no submission. */
  public int refusedLines() {
    return refusedLines;
  }

  boolean hasExpectations() {
    return expecting > 0;
  }

  /** Whether every single line said what it expects, and got it. */
  public boolean isAllAsExpected() {
    return asExpected == total;
  }

  int asExpected() {
    return asExpected;
  }

  /** All results of a small run, else those that were not as expected; not more than a screen. */
  List<Settlement> listed() {
    return total <= LISTED ? List.copyOf(first) : List.copyOf(disagreeing);
  }

  Duration latencyAt(double percentile) {
    return Duration.ofMillis(latencyMillis.getValueAtPercentile(percentile));
  }

  boolean hasLatencies() {
    return latencyMillis.getTotalCount() > 0;
  }

  private static long positiveMillis(Duration latency) {
    return Math.max(0, latency.toMillis());
  }
}
