package dev.sluice.cli.run;

import dev.sluice.job.Tier;
import java.util.Map;
import java.util.Optional;

/**
 * What should become of a line, as its labels say: {@code expect} names the verdict, {@code
 * expectTier} the tier.
 */
record Expectation(String verdict, Optional<String> tier) {

  static Optional<Expectation> in(Map<String, String> labels) {
    return Optional.ofNullable(labels.get("expect"))
        .map(verdict -> new Expectation(verdict, Optional.ofNullable(labels.get("expectTier"))));
  }

  boolean isMetBy(Settlement settlement) {
    return verdict.equals(settlement.verdict().name())
        && tier.map(word -> settlement.tier().map(Tier::word).orElse("").equals(word)).orElse(true);
  }

  @Override
  public String toString() {
    return tier.map(word -> verdict + " in " + word).orElse(verdict);
  }
}
