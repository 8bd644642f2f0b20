package dev.sluice.kafka.router;

import dev.sluice.audit.ChainLink;
import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.job.TenantId;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.ledger.Account;
import dev.sluice.ledger.Accounts;
import dev.sluice.ledger.Job;
import dev.sluice.ledger.Lane;
import dev.sluice.ledger.LedgerState;
import dev.sluice.ledger.Ticket;
import dev.sluice.ledger.Timer;
import dev.sluice.ledger.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A ledger's state in two stores: one of jobs, their tickets, queues and timers, which may be
 * large, and a small one of accounts and counters, which is written often.
 *
 * <p>A store on disk marks what is deleted and steps over the marks when it is asked for what comes
 * next; a queue or a row of timers that is read from its beginning would step over all of its past
 * each time. So the place of the last known front is kept in memory, and reading starts there.
 */
final class StoredLedgerState implements LedgerState {
  private static final byte[] NOTHING = new byte[0];

  private final KeyValueStore<Bytes, byte[]> jobs;
  private final KeyValueStore<Bytes, byte[]> counts;
  private final TicketEncoding tickets;
  private final Accounts accounts;
  private final Map<Bytes, Bytes> queueFronts = new HashMap<>();
  private long timerFrontMillis = Long.MIN_VALUE;
  private long sequence;

  StoredLedgerState(
      KeyValueStore<Bytes, byte[]> jobs,
      KeyValueStore<Bytes, byte[]> counts,
      Codec<Submission> submissions) {
    this.jobs = jobs;
    this.counts = counts;
    this.tickets = new TicketEncoding(submissions);
    this.accounts = new Accounts(keptAccounts(counts), this::write);
    this.sequence =
        Optional.ofNullable(counts.get(StoreKeys.SEQUENCE))
            .map(bytes -> new Decoder(bytes).number())
            .orElse(0L);
  }

  /** The last link of this partition's audit chain, if one was written. */
  Optional<ChainLink> chainHead() {
    return Optional.ofNullable(counts.get(StoreKeys.CHAIN_HEAD))
        .map(Decoder::new)
        .map(from -> new ChainLink(from.text(), from.number(), from.text(), from.text()));
  }

  void chainHead(ChainLink link) {
    counts.put(
        StoreKeys.CHAIN_HEAD,
        new Encoder()
            .text(link.chain())
            .number(link.sequence())
            .text(link.previousHash())
            .text(link.hash())
            .done());
  }

  @Override
  public Optional<Job> job(JobKey key) {
    return Optional.ofNullable(jobs.get(StoreKeys.job(key))).map(JobEncoding::decode);
  }

  @Override
  public void put(JobKey key, Job job) {
    jobs.put(StoreKeys.job(key), JobEncoding.encode(job));
  }

  @Override
  public void forget(JobKey key) {
    jobs.delete(StoreKeys.job(key));
  }

  @Override
  public Ticket ticket(JobKey key) {
    return Optional.ofNullable(jobs.get(StoreKeys.ticket(key)))
        .map(tickets::decode)
        .orElseThrow(() -> new IllegalStateException("no ticket of " + key));
  }

  @Override
  public void keep(Ticket ticket) {
    jobs.put(StoreKeys.ticket(ticket.key()), tickets.encode(ticket));
  }

  @Override
  public void drop(JobKey key) {
    jobs.delete(StoreKeys.ticket(key));
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public long nextSequence() {
    sequence++;
    counts.put(StoreKeys.SEQUENCE, new Encoder().number(sequence).done());
    return sequence;
  }

  @Override
  public void add(Waiting place) {
    Bytes key = StoreKeys.place(place);
    jobs.put(key, place.key().job().value().getBytes(StandardCharsets.UTF_8));
    queueFronts.computeIfPresent(
        StoreKeys.queueStart(place.key().tenant(), place.lane()),
        (queue, front) -> key.compareTo(front) < 0 ? key : front);
  }

  @Override
  public void remove(Waiting place) {
    jobs.delete(StoreKeys.place(place));
  }

  @Override
  public Optional<Waiting> first(TenantId tenant, Lane lane) {
    Bytes start = StoreKeys.queueStart(tenant, lane);
    Bytes front = queueFronts.getOrDefault(start, start);
    try (KeyValueIterator<Bytes, byte[]> places =
        jobs.range(front, StoreKeys.queueEnd(tenant, lane))) {
      if (!places.hasNext()) {
        queueFronts.remove(start);
        return Optional.empty();
      }
      KeyValue<Bytes, byte[]> first = places.next();
      queueFronts.put(start, first.key);
      return Optional.of(StoreKeys.placeOf(tenant, lane, first.key, first.value));
    }
  }

  @Override
  public void add(Timer timer) {
    jobs.put(StoreKeys.timer(timer), NOTHING);
    timerFrontMillis = Math.min(timerFrontMillis, timer.at().toEpochMilli());
  }

  @Override
  public void remove(Timer timer) {
    jobs.delete(StoreKeys.timer(timer));
  }

  @Override
  public List<Timer> due(Instant now, int most) {
    long nowMillis = now.toEpochMilli();
    if (nowMillis < timerFrontMillis) {
      return List.of();
    }
    List<Timer> due = new ArrayList<>();
    Bytes from = StoreKeys.timersFrom(timerFrontMillis);
    Bytes afterNow = StoreKeys.timersFrom(nowMillis + 1);
    try (KeyValueIterator<Bytes, byte[]> timers = jobs.range(from, afterNow)) {
      while (due.size() < most && timers.hasNext()) {
        due.add(StoreKeys.timerOf(timers.next().key));
      }
    }
    timerFrontMillis = due.isEmpty() ? nowMillis : due.getFirst().at().toEpochMilli();
    return due;
  }

  @Override
  public Optional<Instant> missingSince(Lane lane) {
    return Optional.ofNullable(counts.get(StoreKeys.missing(lane)))
        .map(bytes -> new Decoder(bytes).instant());
  }

  @Override
  public void missing(Lane lane, Instant since) {
    counts.put(StoreKeys.missing(lane), new Encoder().instant(since).done());
  }

  @Override
  public void found(Lane lane) {
    if (missingSince(lane).isPresent()) {
      counts.delete(StoreKeys.missing(lane));
    }
  }

  private void write(Account account) {
    Bytes key = StoreKeys.account(account.tenant());
    if (account.isIdle()) {
      counts.delete(key);
    } else {
      counts.put(key, AccountEncoding.encode(account));
    }
  }

  private static List<Account> keptAccounts(KeyValueStore<Bytes, byte[]> counts) {
    List<Account> kept = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> accounts =
        counts.range(StoreKeys.FIRST_ACCOUNT, StoreKeys.AFTER_ACCOUNTS)) {
      accounts.forEachRemaining(
          entry -> kept.add(AccountEncoding.decode(StoreKeys.tenantOf(entry.key), entry.value)));
    }
    return kept;
  }
}
