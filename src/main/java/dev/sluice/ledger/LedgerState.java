package dev.sluice.ledger;

import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the ledger remembers between two events.
 *
 * <p>Laws, held to by {@code LedgerStateContractTest}:
 *
 * <ul>
 *   <li>What was put is read back, equal in every part, also after the state was closed and opened
 *       again.
 *   <li>Waiting places come in the order of {@link Waiting#ORDER} within a tenant and lane.
 *   <li>Timers come in the order of their instants, and stay due until they are removed.
 *   <li>No call looks at more jobs than it answers with, so its cost does not grow with what is
 *       remembered.
 * </ul>
 *
 * <p>One instance a partition, one thread.
 */
public interface LedgerState {

  Optional<Job> job(JobKey key);

  void put(JobKey key, Job job);

  void forget(JobKey key);

  /** The ticket of a held or dispatched job; its absence is a bug. */
  Ticket ticket(JobKey key);

  void keep(Ticket ticket);

  void drop(JobKey key);

  Accounts accounts();

  /** Counts up from 1, for ever. */
  long nextSequence();

  void add(Waiting place);

  void remove(Waiting place);

  /** Who is next of a tenant in a lane. */
  Optional<Waiting> first(TenantId tenant, Lane lane);

  void add(Timer timer);

  void remove(Timer timer);

  /** Timers whose instant has come, earliest first, at most so many. */
  List<Timer> due(Instant now, int most);

  /** Since when jobs have been waiting in a lane for which nobody has been heard of. */
  Optional<Instant> missingSince(Lane lane);

  void missing(Lane lane, Instant since);

  void found(Lane lane);
}
