package dev.sluice.ledger;

import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a tenant has in the ledger at the moment.
 *
 * @param waiting held jobs by lane; lanes with none are left out
 */
public record Account(
    TenantId tenant, Share isolate, Share container, SortedMap<Lane, Integer> waiting) {

  /**
   * Its part in one tier.
   *
   * @param running attempts dispatched and not yet back
   * @param lastServed when it was given a slot last, in the ledger's own count; 0 if it has not
   *     been since it was idle
   */
  public record Share(int running, long lastServed) {
    static final Share NONE = new Share(0, 0);
  }

  public Account {
    waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
  }

  /** The account of a tenant that has nothing. */
  public static Account idle(TenantId tenant) {
    return new Account(tenant, Share.NONE, Share.NONE, new TreeMap<>());
  }

  public Share in(Tier tier) {
    return switch (tier) {
      case ISOLATE -> isolate;
      case CONTAINER -> container;
    };
  }

  public int held() {
    return waiting.values().stream().mapToInt(Integer::intValue).sum();
  }

  public boolean waitsFor(Tier tier) {
    return waiting.keySet().stream().anyMatch(lane -> lane.tier() == tier);
  }

  public boolean isIdle() {
    return isolate.running() == 0 && container.running() == 0 && waiting.isEmpty();
  }

  Account served(Tier tier, long turn) {
    return with(tier, new Share(in(tier).running() + 1, turn));
  }

  Account returned(Tier tier) {
    return with(tier, new Share(in(tier).running() - 1, in(tier).lastServed()));
  }

  Account joined(Lane lane) {
    return waiting(lane, waiting.getOrDefault(lane, 0) + 1);
  }

  Account left(Lane lane) {
    return waiting(lane, waiting.getOrDefault(lane, 0) - 1);
  }

  private Account with(Tier tier, Share share) {
    if (share.running() < 0) {
      throw new IllegalStateException(
          "an attempt of " + tenant + " came back that was never counted");
    }
    return switch (tier) {
      case ISOLATE -> new Account(tenant, share, container, waiting);
      case CONTAINER -> new Account(tenant, isolate, share, waiting);
    };
  }

  private Account waiting(Lane lane, int jobs) {
    if (jobs < 0) {
      throw new IllegalStateException(
          "a job of " + tenant + " left " + lane + " that was never counted");
    }
    SortedMap<Lane, Integer> changed = new TreeMap<>(waiting);
    if (jobs == 0) {
      changed.remove(lane);
    } else {
      changed.put(lane, jobs);
    }
    return new Account(tenant, isolate, container, changed);
  }
}
