package dev.sluice.ledger;

import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A ledger's state that ends with its process. */
public final class InMemoryLedgerState implements LedgerState {

  private final Map<JobKey, Job> jobs = new HashMap<>();
  private final Map<JobKey, Ticket> tickets = new HashMap<>();
  private final Map<QueueName, NavigableSet<Waiting>> queues = new HashMap<>();
  private final NavigableSet<Timer> timers = new TreeSet<>();
  private final Map<Lane, Instant> missing = new HashMap<>();
  private final Accounts accounts = new Accounts(List.of(), account -> {});
  private long sequence;

  private record QueueName(TenantId tenant, Lane lane) {}

  @Override
  public Optional<Job> job(JobKey key) {
    return Optional.ofNullable(jobs.get(key));
  }

  @Override
  public void put(JobKey key, Job job) {
    jobs.put(key, job);
  }

  @Override
  public void forget(JobKey key) {
    jobs.remove(key);
  }

  @Override
  public Ticket ticket(JobKey key) {
    return Optional.ofNullable(tickets.get(key))
        .orElseThrow(() -> new IllegalStateException("no ticket of " + key));
  }

  @Override
  public void keep(Ticket ticket) {
    tickets.put(ticket.key(), ticket);
  }

  @Override
  public void drop(JobKey key) {
    tickets.remove(key);
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public long nextSequence() {
    return ++sequence;
  }

  @Override
  public void add(Waiting place) {
    queues.computeIfAbsent(queueOf(place), name -> new TreeSet<>(Waiting.ORDER)).add(place);
  }

  @Override
  public void remove(Waiting place) {
    queues.computeIfPresent(
        queueOf(place),
        (name, queue) -> {
          queue.remove(place);
          return queue.isEmpty() ? null : queue;
        });
  }

  @Override
  public Optional<Waiting> first(TenantId tenant, Lane lane) {
    return Optional.ofNullable(queues.get(new QueueName(tenant, lane))).map(NavigableSet::first);
  }

  @Override
  public void add(Timer timer) {
    timers.add(timer);
  }

  @Override
  public void remove(Timer timer) {
    timers.remove(timer);
  }

  @Override
  public List<Timer> due(Instant now, int most) {
    return timers.stream().takeWhile(timer -> !timer.at().isAfter(now)).limit(most).toList();
  }

  @Override
  public Optional<Instant> missingSince(Lane lane) {
    return Optional.ofNullable(missing.get(lane));
  }

  @Override
  public void missing(Lane lane, Instant since) {
    missing.put(lane, since);
  }

  @Override
  public void found(Lane lane) {
    missing.remove(lane);
  }

  private static QueueName queueOf(Waiting place) {
    return new QueueName(place.key().tenant(), place.lane());
  }
}
