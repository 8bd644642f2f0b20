package dev.sluice.ledger;

import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The accounts of the tenants that have something in the ledger, with the totals and orders that
 * follow from them. Held in memory by every {@link LedgerState}, which is told of each change so
 * that it can keep it. One thread.
 */
public final class Accounts {
  private final Consumer<Account> changed;
  private final Map<TenantId, Account> byTenant = new HashMap<>();
  private final Map<Tier, Integer> running = new EnumMap<>(Tier.class);
  private final SortedMap<Lane, Integer> waiting = new TreeMap<>();
  private final Map<Tier, NavigableSet<Account>> contenders = new EnumMap<>(Tier.class);

  /**
   * Accounts as they were kept; {@code changed} hears of every later change, an idle account being
   * one to drop.
   */
  public Accounts(List<Account> kept, Consumer<Account> changed) {
    this.changed = changed;
    for (Tier tier : Tier.values()) {
      running.put(tier, 0);
      contenders.put(tier, new TreeSet<>(turnsIn(tier)));
    }
    kept.forEach(this::add);
  }

  public Account of(TenantId tenant) {
    return byTenant.getOrDefault(tenant, Account.idle(tenant));
  }

  /** Attempts of all tenants that are out in a tier. */
  public int running(Tier tier) {
    return running.getOrDefault(tier, 0);
  }

  /** Jobs of all tenants that wait in a lane. */
  public int waiting(Lane lane) {
    return waiting.getOrDefault(lane, 0);
  }

  public List<Lane> lanesWaitedIn() {
    return List.copyOf(waiting.keySet());
  }

  /**
   * Who waits for a tier: fewest running attempts first, then who was served longest ago. Not to be
   * kept across a change.
   */
  public SortedSet<Account> contenders(Tier tier) {
    return Collections.unmodifiableSortedSet(
        contenders.getOrDefault(tier, Collections.emptyNavigableSet()));
  }

  public void put(Account account) {
    Account before = byTenant.get(account.tenant());
    if (before != null) {
      remove(before);
    }
    add(account);
    changed.accept(account);
  }

  private void add(Account account) {
    if (account.isIdle()) {
      return;
    }
    byTenant.put(account.tenant(), account);
    count(account, 1);
    for (Tier tier : Tier.values()) {
      if (account.waitsFor(tier)) {
        turnsOf(tier).add(account);
      }
    }
  }

  private void remove(Account account) {
    byTenant.remove(account.tenant());
    count(account, -1);
    for (Tier tier : Tier.values()) {
      turnsOf(tier).remove(account);
    }
  }

  private void count(Account account, int sign) {
    for (Tier tier : Tier.values()) {
      running.merge(tier, sign * account.in(tier).running(), Integer::sum);
    }
    account
        .waiting()
        .forEach(
            (lane, jobs) -> {
              int sum = waiting(lane) + sign * jobs;
              if (sum == 0) {
                waiting.remove(lane);
              } else {
                waiting.put(lane, sum);
              }
            });
  }

  private NavigableSet<Account> turnsOf(Tier tier) {
    return contenders.computeIfAbsent(tier, missing -> new TreeSet<>(turnsIn(missing)));
  }

  private static Comparator<Account> turnsIn(Tier tier) {
    return Comparator.<Account>comparingInt(account -> account.in(tier).running())
        .thenComparingLong(account -> account.in(tier).lastServed())
        .thenComparing(account -> account.tenant().value());
  }
}
