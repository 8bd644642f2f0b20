package dev.sluice.ledger;

import static dev.sluice.ledger.TestingLedger.LIMITS;
import static dev.sluice.ledger.TestingLedger.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.job.BatchId;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.Lease;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Route;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import dev.sluice.job.Tier;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of {@link LedgerState}. */
public abstract class LedgerStateContractTest {
  private static final JobKey KEY = JobKey.of("a", "1");
  private static final Lane ISOLATE = new Lane(Tier.ISOLATE, "javascript");
  private static final Lane CONTAINER = new Lane(Tier.CONTAINER, "javascript");
  private static final AttemptSummary FAILED =
      new AttemptSummary(
          1,
          Verdict.PLATFORM_FAILURE,
          "SANDBOX_BROKEN: it died – at once",
          Optional.of(new SandboxStamp("executor", "worker-1", "engine 25", "bubblewrap")),
          new Usage(Duration.ofMillis(12), Duration.ofNanos(13), new ByteSize(14)),
          START,
          START.plusNanos(1_000));
  private static final AttemptSummary LOST =
      new AttemptSummary(
          2, Verdict.PLATFORM_FAILURE, "", Optional.empty(), Usage.NONE, START, START);

  /** A state with nothing in it. */
  protected abstract LedgerState empty();

  /** The same state as a new process finds it; the old one is not used any more. */
  protected abstract LedgerState reopened(LedgerState state);

  static Stream<Job> jobs() {
    Lease lease = new Lease(START, START.plusSeconds(1), START.plusSeconds(2));
    return Stream.of(
        new Job.Held(new Waiting(KEY, ISOLATE, 3, 17), List.of()),
        new Job.Held(new Waiting(KEY, CONTAINER, 1, 18), List.of(FAILED, LOST)),
        new Job.Dispatched(lease, List.of(), Optional.empty()),
        new Job.Dispatched(lease, List.of(FAILED), Optional.of("not needed")),
        new Job.Settled(Verdict.WRONG_ANSWER, "ab".repeat(32), "code.validated-3-17"));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void a_job_is_read_as_it_was_put_also_after_reopening(Job job) {
    LedgerState state = empty();

    state.put(KEY, job);

    assertThat(state.job(KEY)).contains(job);
    assertThat(reopened(state).job(KEY)).contains(job);
  }

  @Test
  void a_job_is_replaced_by_the_next_one_under_its_key() {
    LedgerState state = empty();

    jobs().forEach(job -> state.put(KEY, job));

    assertThat(state.job(KEY)).containsInstanceOf(Job.Settled.class);
  }

  @Test
  void a_forgotten_job_is_gone() {
    LedgerState state = empty();
    jobs().forEach(job -> state.put(KEY, job));

    state.forget(KEY);

    assertThat(state.job(KEY)).isEmpty();
    assertThat(reopened(state).job(KEY)).isEmpty();
  }

  @Test
  void jobs_whose_keys_look_alike_are_told_apart() {
    LedgerState state = empty();
    Job.Settled first = new Job.Settled(Verdict.SUCCEEDED, "", "first");
    Job.Settled second = new Job.Settled(Verdict.SUCCEEDED, "", "second");

    state.put(JobKey.of("a", "b/c"), first);
    state.put(JobKey.of("ab", "c"), second);

    assertThat(state.job(JobKey.of("a", "b/c"))).contains(first);
    assertThat(state.job(JobKey.of("ab", "c"))).contains(second);
    assertThat(state.job(JobKey.of("a", "b"))).isEmpty();
  }

  @Test
  void a_ticket_is_read_as_it_was_kept_also_after_reopening() {
    LedgerState state = empty();
    Ticket ticket = ticket();

    state.keep(ticket);

    assertThat(state.ticket(KEY)).isEqualTo(ticket);
    assertThat(reopened(state).ticket(KEY)).isEqualTo(ticket);
  }

  @Test
  void a_dropped_ticket_is_gone() {
    LedgerState state = empty();
    state.keep(ticket());

    state.drop(KEY);

    assertThatThrownBy(() -> state.ticket(KEY)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_queue_is_in_order_of_priority_then_of_arrival(boolean reopen) {
    LedgerState state = empty();
    List<Waiting> inOrder =
        List.of(
            waiting("urgent", 1, 300),
            waiting("first", 3, 5),
            waiting("second", 3, 256),
            waiting("third", 3, 70_000),
            waiting("last", 5, 1));
    Stream.of(2, 4, 0, 3, 1).forEach(index -> state.add(inOrder.get(index)));
    LedgerState now = reopen ? reopened(state) : state;

    for (Waiting next : inOrder) {
      assertThat(now.first(KEY.tenant(), ISOLATE)).contains(next);
      now.remove(next);
    }
    assertThat(now.first(KEY.tenant(), ISOLATE)).isEmpty();
  }

  @Test
  void somebody_more_urgent_may_join_a_queue_that_has_moved_on() {
    LedgerState state = empty();
    state.add(waiting("1", 3, 1));
    state.add(waiting("2", 3, 2));
    state.first(KEY.tenant(), ISOLATE).ifPresent(state::remove);
    assertThat(state.first(KEY.tenant(), ISOLATE)).contains(waiting("2", 3, 2));

    state.add(waiting("3", 2, 3));

    assertThat(state.first(KEY.tenant(), ISOLATE)).contains(waiting("3", 2, 3));
  }

  @Test
  void somebody_may_leave_a_queue_from_its_middle() {
    LedgerState state = empty();
    Stream.of("1", "2", "3").forEach(job -> state.add(waiting(job, 3, Long.parseLong(job))));

    state.remove(waiting("2", 3, 2));
    state.remove(waiting("1", 3, 1));

    assertThat(state.first(KEY.tenant(), ISOLATE)).contains(waiting("3", 3, 3));
  }

  @Test
  void queues_of_tenants_and_lanes_are_apart() {
    LedgerState state = empty();
    state.add(waiting("1", 3, 1));

    assertThat(state.first(new TenantId("b"), ISOLATE)).isEmpty();
    assertThat(state.first(new TenantId("aa"), ISOLATE)).isEmpty();
    assertThat(state.first(KEY.tenant(), CONTAINER)).isEmpty();
    assertThat(state.first(KEY.tenant(), new Lane(Tier.ISOLATE, "java"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void timers_are_due_in_the_order_of_their_instants_and_not_before(boolean reopen) {
    LedgerState state = empty();
    Timer early = timer(1, Timer.Kind.FORGET, "x");
    Timer middle = timer(255, Timer.Kind.EXPIRY, "y");
    Timer late = timer(256, Timer.Kind.LEASE, "a");
    Timer never = timer(100_000, Timer.Kind.LEASE, "a");
    Stream.of(late, never, early, middle).forEach(state::add);
    LedgerState now = reopen ? reopened(state) : state;

    assertThat(now.due(START, 10)).isEmpty();
    assertThat(now.due(START.plusMillis(255), 10)).containsExactly(early, middle);
    assertThat(now.due(START.plusMillis(99_999), 10)).containsExactly(early, middle, late);
    assertThat(now.due(START.plusMillis(99_999), 2)).containsExactly(early, middle);
  }

  @Test
  void a_timer_stays_due_until_it_is_removed() {
    LedgerState state = empty();
    Timer timer = timer(1, Timer.Kind.LEASE, "1");
    state.add(timer);
    state.due(START.plusSeconds(1), 10);

    assertThat(state.due(START.plusSeconds(2), 10)).containsExactly(timer);
    state.remove(timer);
    assertThat(state.due(START.plusSeconds(3), 10)).isEmpty();
  }

  @Test
  void a_timer_may_be_set_for_an_instant_that_has_passed() {
    LedgerState state = empty();
    state.due(START.plusSeconds(10), 10);
    Timer timer = timer(1, Timer.Kind.LEASE, "1");

    state.add(timer);

    assertThat(state.due(START.plusSeconds(10), 10)).containsExactly(timer);
  }

  @Test
  void timers_of_one_instant_are_told_apart_by_kind_and_job() {
    LedgerState state = empty();
    List<Timer> timers =
        Stream.of(Timer.Kind.values())
            .flatMap(kind -> Stream.of(timer(1, kind, "1"), timer(1, kind, "2")))
            .toList();
    timers.forEach(state::add);

    state.remove(timers.getFirst());

    assertThat(state.due(START.plusSeconds(1), 10))
        .containsExactlyInAnyOrderElementsOf(timers.subList(1, timers.size()));
  }

  @Test
  void accounts_outlive_reopening_with_their_turns() {
    LedgerState state = empty();
    Account busy =
        Account.idle(KEY.tenant())
            .served(Tier.ISOLATE, 4)
            .served(Tier.CONTAINER, 5)
            .served(Tier.ISOLATE, 9)
            .joined(ISOLATE)
            .joined(ISOLATE)
            .joined(CONTAINER);
    Account other = Account.idle(new TenantId("b")).joined(ISOLATE);
    state.accounts().put(busy);
    state.accounts().put(other);
    state.accounts().put(Account.idle(new TenantId("c")).joined(ISOLATE));
    state.accounts().put(Account.idle(new TenantId("c")));

    Accounts accounts = reopened(state).accounts();

    assertThat(accounts.of(KEY.tenant())).isEqualTo(busy);
    assertThat(accounts.running(Tier.ISOLATE)).isEqualTo(2);
    assertThat(accounts.waiting(ISOLATE)).isEqualTo(3);
    assertThat(accounts.contenders(Tier.ISOLATE)).containsExactly(other, busy);
    assertThat(accounts.contenders(Tier.CONTAINER)).containsExactly(busy);
    assertThat(accounts.of(new TenantId("c")).isIdle()).isTrue();
  }

  @Test
  void a_sequence_never_gives_a_number_twice() {
    LedgerState state = empty();

    assertThat(state.nextSequence()).isEqualTo(1);
    assertThat(state.nextSequence()).isEqualTo(2);
    assertThat(reopened(state).nextSequence()).isGreaterThan(2);
  }

  @Test
  void a_missing_pool_is_remembered_until_it_is_found() {
    LedgerState state = empty();
    state.missing(ISOLATE, START);

    LedgerState later = reopened(state);

    assertThat(later.missingSince(ISOLATE)).contains(START);
    assertThat(later.missingSince(CONTAINER)).isEmpty();
    later.found(ISOLATE);
    assertThat(later.missingSince(ISOLATE)).isEmpty();
    assertThat(reopened(later).missingSince(ISOLATE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_ledger_lives_on_it_as_on_any_other(long seed) {
    List<LedgerEffect> here = LedgerModel.live(seed, 300, empty(), this::reopened);

    assertThat(here)
        .isEqualTo(LedgerModel.live(seed, 300, new InMemoryLedgerState(), state -> state));
  }

  private static Waiting waiting(String job, int priority, long arrival) {
    return new Waiting(JobKey.of("a", job), ISOLATE, priority, arrival);
  }

  private static Timer timer(long millis, Timer.Kind kind, String job) {
    return new Timer(START.plusMillis(millis), kind, JobKey.of("a", job));
  }

  private static Ticket ticket() {
    Submission submission =
        new Submission(
            KEY,
            new Program(
                Languages.PYTHON.name(),
                List.of(
                    new SourceFile("main.py", Content.of("print('é')")),
                    new SourceFile("lib/data.bin", Content.of(new byte[] {0, -1, 127}))),
                "main.py"),
            new Invocation(
                List.of("-v", ""), Content.of("in"), Map.of("LANG", "C"), Optional.of("é\n")),
            new Terms(
                2,
                RequestedTier.CONTAINER,
                LimitOverrides.NONE.withWall(Duration.ofMillis(1_500)),
                Set.of("weather"),
                Optional.of(START.plusSeconds(60))),
            new Tags(Optional.of(new BatchId("batch-1")), Map.of("expect", "SUCCEEDED")),
            START.minusMillis(3));
    Route route = new Route(Tier.CONTAINER, "only containers have python");
    return new Ticket(submission, "code.validated-3-17", 99, route, 12, LIMITS);
  }
}
