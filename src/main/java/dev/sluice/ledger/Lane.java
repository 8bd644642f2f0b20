package dev.sluice.ledger;

import dev.sluice.job.Tier;
import java.util.Comparator;

/** Jobs that the same executors can run; what {@link Pools} answers for. */
public record Lane(Tier tier, String language) implements Comparable<Lane> {
  private static final Comparator<Lane> ORDER =
      Comparator.comparing(Lane::tier).thenComparing(Lane::language);

  @Override
  public int compareTo(Lane other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return tier.word() + "/" + language;
  }
}
