package dev.sluice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Assignment;
import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an observer makes of a ledger's effects alone, and the promises it holds them to. */
final class LedgerShadow {
  private final TestingLedger ledger;
  private final Map<JobKey, Seen> jobs = new LinkedHashMap<>();
  private final Map<Share, Long> served = new HashMap<>();
  private long turns;

  /** An attempt that is in a pool's hands. */
  record Out(JobKey key, int attempt) {}

  private record Share(TenantId tenant, Tier tier) {}

  private enum Phase {
    SUBMITTED,
    HELD,
    OUT,
    SETTLED
  }

  private static final class Seen {
    final Submission submission;
    final Lane lane;
    final int arrival;
    Phase phase = Phase.SUBMITTED;
    int attempt;
    Instant deadline = Instant.MAX;

    Seen(Submission submission, Lane lane, int arrival) {
      this.submission = submission;
      this.lane = lane;
      this.arrival = arrival;
    }

    TenantId tenant() {
      return submission.key().tenant();
    }

    Share share() {
      return new Share(tenant(), lane.tier());
    }

    boolean goesBefore(Seen other) {
      return Comparator.<Seen>comparingInt(seen -> seen.submission.terms().priority())
              .thenComparingInt(seen -> seen.arrival)
              .compare(this, other)
          < 0;
    }
  }

  LedgerShadow(TestingLedger ledger) {
    this.ledger = ledger;
  }

  void submitted(Submission submission, Lane lane) {
    jobs.put(submission.key(), new Seen(submission, lane, jobs.size()));
  }

  void see(List<LedgerEffect> effects) {
    for (LedgerEffect effect : effects) {
      switch (effect) {
        case LedgerEffect.Dispatch(Assignment assignment) -> dispatched(assignment);
        case LedgerEffect.Settle(JobResult result) -> settled(result);
        case LedgerEffect.Announce(JobStatus status) -> announced(status);
        case LedgerEffect.Audit(var record) -> {
          if (record.type().equals("lease.lost")) {
            assertThat(seen(new JobKey(record.tenant(), record.job().orElseThrow())).deadline)
                .isBeforeOrEqualTo(ledger.now);
          }
        }
      }
      forgetWhoIsIdle();
    }
  }

  void seeNothingButAudit(List<LedgerEffect> effects) {
    assertThat(effects).hasSizeLessThanOrEqualTo(1);
    assertThat(effects).allMatch(LedgerEffect.Audit.class::isInstance);
  }

  private void dispatched(Assignment assignment) {
    Seen job = seen(assignment.key());
    assertThat(job.phase)
        .as("%s before dispatch", assignment.key())
        .isIn(Phase.SUBMITTED, Phase.HELD);
    assertThat(assignment.attempt())
        .isEqualTo(job.attempt + 1)
        .isLessThanOrEqualTo(policy(job).maxAttempts());
    assertThat(hasSlot(job.lane)).as("a slot for %s", assignment.key()).isTrue();
    assertThat(running(job.share()))
        .as("running of %s", job.share())
        .isLessThan(quota(job.share()));
    assertThat(job.submission.terms().expiresAt().orElse(Instant.MAX)).isAfter(ledger.now);
    assertFair(job);
    assertTimeToStart(job, assignment);
    job.phase = Phase.OUT;
    job.attempt = assignment.attempt();
    job.deadline = assignment.lease().deadline();
    served.put(job.share(), ++turns);
  }

  /**
   * Promise 8: nobody who could have gone had fewer running, or as many and had waited longer for a
   * turn.
   */
  private void assertFair(Seen chosen) {
    waiting(job -> job.lane.tier() == chosen.lane.tier() && job != chosen && couldGo(job))
        .forEach(
            other -> {
              if (other.tenant().equals(chosen.tenant())) {
                assertThat(other.goesBefore(chosen))
                    .as("%s before %s", other.submission.key(), chosen.submission.key())
                    .isFalse();
              } else {
                assertThat(rank(other.share()))
                    .as("turn of %s", other.share())
                    .isGreaterThanOrEqualTo(rank(chosen.share()));
              }
            });
  }

  private void settled(JobResult result) {
    Seen job = seen(result.key());
    assertThat(job.phase).as("%s before its result", result.key()).isNotEqualTo(Phase.SETTLED);
    assertThat(result.attempts()).hasSize(job.attempt);
    job.phase = Phase.SETTLED;
  }

  private void announced(JobStatus status) {
    Seen job = seen(status.key());
    switch (status.phase()) {
      case HELD -> {
        job.phase = Phase.HELD;
        assertThat(status.attempt()).isEqualTo(job.attempt + 1);
      }
      case DISPATCHED -> assertThat(job.phase).isEqualTo(Phase.OUT);
      case SETTLED -> assertThat(job.phase).isEqualTo(Phase.SETTLED);
    }
    assertThat(waiting(held -> held.attempt == 0 && held.tenant().equals(job.tenant())).count())
        .as("jobs of %s held for their first attempt", job.tenant())
        .isLessThanOrEqualTo(policy(job).quotas().held());
  }

  void knowsWhereItIs(JobKey key) {
    assertThat(seen(key).phase).isNotEqualTo(Phase.SUBMITTED);
  }

  /** After time has passed, whoever still waits has a reason to. */
  void nobodyWaitsForNothing() {
    assertThat(waiting(this::couldGo).map(job -> job.submission.key())).isEmpty();
  }

  void nothingIsOverdue() {
    for (Seen job : jobs.values()) {
      assertThat(job.phase == Phase.OUT && !job.deadline.isAfter(ledger.now)).isFalse();
      assertThat(
              job.phase == Phase.HELD
                  && !job.submission.terms().expiresAt().orElse(Instant.MAX).isAfter(ledger.now))
          .isFalse();
      assertThat(job.phase == Phase.HELD && availability(job.lane) instanceof Availability.Closed)
          .isFalse();
    }
  }

  void agreesWithAccounts() {
    Accounts accounts = ledger.state.accounts();
    for (TenantId tenant : ledger.policies.keySet()) {
      Account account = accounts.of(tenant);
      for (Tier tier : Tier.values()) {
        assertThat(account.in(tier).running()).isEqualTo(running(new Share(tenant, tier)));
      }
      assertThat((long) account.held())
          .isEqualTo(waiting(job -> job.tenant().equals(tenant)).count());
    }
    for (Tier tier : Tier.values()) {
      assertThat(accounts.running(tier)).isEqualTo(running(tier));
    }
    assertThat(accounts.lanesWaitedIn().stream().mapToInt(accounts::waiting).sum())
        .isEqualTo((int) waiting(job -> true).count());
    for (Seen job : jobs.values()) {
      Class<? extends Job> expected =
          switch (job.phase) {
            case HELD -> Job.Held.class;
            case OUT -> Job.Dispatched.class;
            case SETTLED, SUBMITTED -> Job.Settled.class;
          };
      assertThat(ledger.state.job(job.submission.key()).orElseThrow()).isInstanceOf(expected);
    }
  }

  boolean allSettled() {
    return jobs.values().stream().allMatch(job -> job.phase == Phase.SETTLED);
  }

  boolean isSettled(JobKey key) {
    return seen(key).phase == Phase.SETTLED;
  }

  boolean isHeld(JobKey key) {
    return seen(key).phase == Phase.HELD;
  }

  boolean isOut(JobKey key, int attempt) {
    return out().contains(new Out(key, attempt));
  }

  List<Out> out() {
    List<Out> out = new ArrayList<>();
    jobs.forEach(
        (key, job) -> {
          if (job.phase == Phase.OUT) {
            out.add(new Out(key, job.attempt));
          }
        });
    return out;
  }

  private boolean couldGo(Seen job) {
    return hasSlot(job.lane) && running(job.share()) < quota(job.share());
  }

  private boolean hasSlot(Lane lane) {
    return availability(lane) instanceof Availability.Open(int slots, Optional<Duration> service)
        && running(lane.tier()) < slots * atHandOfASlot(service);
  }

  /** The settings' factor, and of programs of 10 ms, say, one that runs and 100 ms' worth more. */
  private static long atHandOfASlot(Optional<Duration> service) {
    LedgerSettings settings = LedgerModel.SETTINGS;
    long millis = Math.max(1, service.orElse(Duration.ofDays(1)).toMillis());
    return Math.max(settings.dispatchFactor(), 1 + settings.ahead().work().toMillis() / millis);
  }

  /** Only a first attempt beyond the factor may have a shorter time to start, and it must. */
  private void assertTimeToStart(Seen job, Assignment assignment) {
    LedgerSettings settings = LedgerModel.SETTINGS;
    boolean ahead =
        availability(job.lane) instanceof Availability.Open(int slots, Optional<Duration> _)
            && running(job.lane.tier()) >= slots * settings.dispatchFactor();
    Duration allowance =
        ahead && assignment.attempt() == 1 && policy(job).maxAttempts() > 1
            ? settings.ahead().startAllowance()
            : settings.startAllowance();
    Instant expiry = job.submission.terms().expiresAt().orElse(Instant.MAX);
    Instant latest = ledger.now.plus(allowance);
    assertThat(assignment.lease().startBy()).isEqualTo(expiry.isBefore(latest) ? expiry : latest);
  }

  private Availability availability(Lane lane) {
    return Objects.requireNonNull(ledger.pools.get(lane));
  }

  private long rank(Share share) {
    return running(share) * 1_000_000_000L + served.getOrDefault(share, 0L);
  }

  private void forgetWhoIsIdle() {
    served
        .keySet()
        .removeIf(
            share ->
                jobs.values().stream()
                    .noneMatch(
                        job ->
                            job.tenant().equals(share.tenant())
                                && (job.phase == Phase.HELD || job.phase == Phase.OUT)));
  }

  private int running(Share share) {
    return (int)
        jobs.values().stream()
            .filter(job -> job.phase == Phase.OUT && job.share().equals(share))
            .count();
  }

  private int running(Tier tier) {
    return (int)
        jobs.values().stream()
            .filter(job -> job.phase == Phase.OUT && job.lane.tier() == tier)
            .count();
  }

  private int quota(Share share) {
    return Objects.requireNonNull(ledger.policies.get(share.tenant()))
        .quotas()
        .running(share.tier());
  }

  private TenantPolicy policy(Seen job) {
    return Objects.requireNonNull(ledger.policies.get(job.tenant()));
  }

  private Stream<Seen> waiting(Predicate<Seen> which) {
    return jobs.values().stream().filter(job -> job.phase == Phase.HELD).filter(which);
  }

  private Seen seen(JobKey key) {
    return Objects.requireNonNull(jobs.get(key), () -> "never submitted: " + key);
  }
}
