package dev.sluice.ledger;

import static dev.sluice.ledger.TestingLedger.JAVASCRIPT;
import static dev.sluice.ledger.TestingLedger.LIMITS;
import static dev.sluice.ledger.TestingLedger.START;
import static dev.sluice.ledger.TestingLedger.announced;
import static dev.sluice.ledger.TestingLedger.audited;
import static dev.sluice.ledger.TestingLedger.dispatched;
import static dev.sluice.ledger.TestingLedger.dispatchedJobs;
import static dev.sluice.ledger.TestingLedger.expiring;
import static dev.sluice.ledger.TestingLedger.priority;
import static dev.sluice.ledger.TestingLedger.settled;
import static dev.sluice.ledger.TestingLedger.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Assignment;
import dev.sluice.job.JobKey;
import dev.sluice.job.Lease;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Submission;
import dev.sluice.job.Terms;
import dev.sluice.job.WorkerReuse;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus.Phase;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final LedgerSettings SETTINGS = LedgerSettings.DEFAULTS;
  private static final Duration WHOLE_LEASE =
      SETTINGS.startAllowance().plus(LIMITS.wall()).plus(SETTINGS.leaseSlack());

  private final TestingLedger ledger = TestingLedger.withDefaults();

  @BeforeEach
  void let_tenant_a_run_two_and_hold_three() {
    ledger.quota("a", 2, 3, 3);
  }

  @Nested
  class Admitting {
    @Test
    void a_job_is_dispatched_at_once_when_nothing_is_in_its_way() {
      List<LedgerEffect> effects = ledger.submit("a", "1");

      assertThat(dispatchedJobs(effects)).containsExactly("a/1");
      assertThat(announced(effects)).containsExactly(Phase.DISPATCHED);
      assertThat(audited(effects)).containsExactly("job.dispatched");
    }

    @Test
    void whether_its_worker_may_be_reused_is_the_policys_to_say() {
      ledger.reuse("a", WorkerReuse.NEVER);

      List<LedgerEffect> effects = ledger.submit("a", "1");

      assertThat(dispatched(effects))
          .singleElement()
          .extracting(Assignment::reuse)
          .isEqualTo(WorkerReuse.NEVER);
    }

    @Test
    void its_limits_are_the_policys_with_what_it_asks_for_in_their_place() {
      Terms terms =
          new Terms(
              3,
              RequestedTier.AUTO,
              LimitOverrides.NONE.withWall(Duration.ofSeconds(3)),
              Set.of("weather", "mail"),
              Optional.empty());

      Assignment assignment = dispatched(ledger.submit(submission("a", "1", terms))).getFirst();

      assertThat(assignment.limits())
          .isEqualTo(LIMITS.with(LimitOverrides.NONE.withWall(Duration.ofSeconds(3))));
      assertThat(assignment.grants()).containsExactly(TestingLedger.WEATHER);
      assertThat(assignment.attempt()).isEqualTo(1);
    }

    @Test
    void a_rejected_submission_gets_the_validators_verdict_as_its_result() {
      List<LedgerEffect> effects =
          ledger.judged(
              submission("a", "1", Terms.PLAIN),
              new Decision.Rejected(Verdict.REJECTED, "no such language"),
              "s");

      assertThat(onlyResult(effects).judgement().message()).isEqualTo("no such language");
      assertThat(onlyResult(effects).verdict()).isEqualTo(Verdict.REJECTED);
      assertThat(onlyResult(effects).provenance().policyVersion()).contains(7L);
      assertThat(announced(effects)).containsExactly(Phase.SETTLED);
      assertThat(audited(effects)).containsExactly("job.settled");
    }

    @Test
    void a_tenant_without_a_policy_is_denied() {
      assertThat(onlyResult(ledger.submit("stranger", "1")).verdict())
          .isEqualTo(Verdict.POLICY_DENIED);
    }

    @Test
    void a_job_that_has_expired_already_is_not_started() {
      List<LedgerEffect> effects = ledger.submit(submission("a", "1", expiring(START)));

      assertThat(onlyResult(effects).verdict()).isEqualTo(Verdict.EXPIRED);
      assertThat(audited(effects)).containsExactly("job.expired", "job.settled");
    }
  }

  @Nested
  class Duplicates {
    @Test
    void a_duplicate_of_a_running_job_is_audited_and_nothing_else() {
      ledger.submit("a", "1");

      List<LedgerEffect> effects = ledger.submit("a", "1");

      assertThat(effects).hasSize(1);
      assertThat(audited(effects)).containsExactly("job.duplicate");
    }

    @Test
    void a_duplicate_of_a_held_job_is_audited_and_nothing_else() {
      runAndHold(2, 1);

      assertThat(audited(ledger.submit("a", "2"))).containsExactly("job.duplicate");
    }

    @Test
    void a_duplicate_of_a_settled_job_is_never_run() {
      ledger.submit("a", "1");
      ledger.succeed("a", "1");

      List<LedgerEffect> effects = ledger.submit("a", "1");

      assertThat(effects).hasSize(1);
      assertThat(audited(effects)).containsExactly("job.duplicate");
    }

    @Test
    void a_duplicate_of_a_rejected_submission_gets_no_second_result() {
      Submission submission = submission("a", "1", Terms.PLAIN);
      ledger.judged(submission, new Decision.Rejected(Verdict.REJECTED, "no"), "s");

      assertThat(settled(ledger.submit(submission))).isEmpty();
    }

    @Test
    void the_duplicates_audit_says_whether_the_code_was_the_same() {
      ledger.submit("a", "1");

      Submission other =
          submission(JobKey.of("a", "1"), JAVASCRIPT.language(), Terms.PLAIN, "2 + 2");

      assertThat(detail(ledger.submit(other), "sameCode")).isEqualTo("false");
      assertThat(detail(ledger.submit("a", "1"), "sameCode")).isEqualTo("true");
    }

    @Test
    void the_very_same_record_read_again_is_nothing_new() {
      Submission submission = submission("a", "1", Terms.PLAIN);
      ledger.submit(submission, JAVASCRIPT, "validated-0-17");

      assertThat(ledger.submit(submission, JAVASCRIPT, "validated-0-17")).isEmpty();
      ledger.succeed("a", "1");
      assertThat(ledger.submit(submission, JAVASCRIPT, "validated-0-17")).isEmpty();
    }

    @Test
    void the_same_id_of_another_tenant_is_another_job() {
      ledger.quota("b", 1, 1, 1);
      ledger.submit("a", "1");

      assertThat(dispatchedJobs(ledger.submit("b", "1"))).containsExactly("b/1");
    }

    @Test
    void an_id_is_free_again_after_the_dedupe_window() {
      ledger.submit("a", "1");
      ledger.succeed("a", "1");

      ledger.pass(SETTINGS.dedupeWindow().minusMillis(1));
      assertThat(dispatchedJobs(ledger.submit("a", "1"))).isEmpty();

      ledger.pass(Duration.ofMillis(1));
      assertThat(dispatchedJobs(ledger.submit("a", "1"))).containsExactly("a/1");
    }
  }

  @Nested
  class Quotas {
    @Test
    void a_job_over_the_running_quota_is_held() {
      runAndHold(2, 0);

      List<LedgerEffect> effects = ledger.submit("a", "3");

      assertThat(dispatched(effects)).isEmpty();
      assertThat(announced(effects)).containsExactly(Phase.HELD);
      assertThat(audited(effects)).containsExactly("job.held");
      assertThat(detail(effects, "reason"))
          .isEqualTo("the tenant has 2 of 2 jobs running in isolate");
    }

    @Test
    void a_held_job_is_dispatched_when_a_running_one_ends() {
      runAndHold(2, 1);

      List<LedgerEffect> effects = ledger.succeed("a", "1");

      assertThat(dispatchedJobs(effects)).containsExactly("a/3");
      assertThat(settled(effects)).hasSize(1);
    }

    @Test
    void a_job_over_the_held_quota_is_settled() {
      runAndHold(2, 3);

      JobResult result = onlyResult(ledger.submit("a", "6"));

      assertThat(result.verdict()).isEqualTo(Verdict.QUOTA_EXCEEDED);
      assertThat(result.judgement().message()).isEqualTo("the tenant has 3 of 3 jobs held");
      assertThat(result.attempts()).isEmpty();
    }

    @Test
    void a_raised_quota_lets_held_jobs_go() {
      runAndHold(2, 2);

      ledger.quota("a", 3, 3, 3);

      assertThat(dispatchedJobs(ledger.pass(Duration.ofMillis(50)))).containsExactly("a/3");
    }

    @Test
    void held_jobs_of_a_tenant_whose_policy_is_withdrawn_are_denied_in_their_turn() {
      runAndHold(2, 1);

      ledger.policies.clear();

      assertThat(onlyResult(ledger.pass(Duration.ofMillis(50))).verdict())
          .isEqualTo(Verdict.POLICY_DENIED);
    }
  }

  @Nested
  class Pools {
    @Test
    void no_more_attempts_are_out_than_the_factor_allows_for_each_slot() {
      ledger.quota("a", 100, 100, 1);
      ledger.offer(JAVASCRIPT, 3);

      IntStream.range(0, 10).forEach(job -> ledger.submit("a", "" + job));

      assertThat(dispatched(ledger.written)).hasSize(3 * SETTINGS.dispatchFactor());
    }

    @Test
    void a_slot_whose_programs_are_short_has_some_times_work_at_hand() {
      ledger.quota("a", 100, 100, 3);
      ledger.offer(JAVASCRIPT, 3, SETTINGS.ahead().work().dividedBy(10));

      submit(50);

      assertThat(dispatched(ledger.written)).hasSize(3 * (1 + 10));
    }

    @Test
    void a_slot_whose_programs_are_long_has_no_more_than_one_of_which_nothing_is_known() {
      ledger.quota("a", 100, 100, 3);
      ledger.offer(JAVASCRIPT, 3, Duration.ofMinutes(1));

      submit(50);

      assertThat(dispatched(ledger.written)).hasSize(3 * SETTINGS.dispatchFactor());
    }

    @Test
    void what_goes_beyond_the_factor_must_start_soon() {
      ledger.quota("a", 100, 100, 3);
      ledger.offer(JAVASCRIPT, 1, SETTINGS.ahead().work().dividedBy(10));

      submit(4);

      assertThat(dispatched(ledger.written))
          .extracting(assignment -> assignment.lease().startBy())
          .containsExactly(
              START.plus(SETTINGS.startAllowance()),
              START.plus(SETTINGS.startAllowance()),
              START.plus(SETTINGS.ahead().startAllowance()),
              START.plus(SETTINGS.ahead().startAllowance()));
    }

    @Test
    void a_job_misses_its_start_for_going_ahead_once_at_most() {
      ledger.quota("a", 100, 100, 3);
      ledger.offer(JAVASCRIPT, 1, SETTINGS.ahead().work().dividedBy(10));
      submit(3);

      List<LedgerEffect> effects =
          ledger.end("a", "2", 1, new Ending.Failed(PlatformFault.LEASE_MISSED, "too late"));

      assertThat(dispatched(effects))
          .singleElement()
          .extracting(assignment -> assignment.lease().startBy())
          .isEqualTo(START.plus(SETTINGS.startAllowance()));
    }

    @Test
    void a_job_that_has_one_attempt_has_all_the_time_to_start() {
      ledger.quota("a", 100, 100, 1);
      ledger.offer(JAVASCRIPT, 1, SETTINGS.ahead().work().dividedBy(10));

      submit(3);

      assertThat(dispatched(ledger.written))
          .extracting(assignment -> assignment.lease().startBy())
          .containsOnly(START.plus(SETTINGS.startAllowance()));
    }

    private void submit(int jobs) {
      IntStream.range(0, jobs).forEach(job -> ledger.submit("a", "" + job));
    }

    @Test
    void more_slots_let_held_jobs_go() {
      ledger.quota("a", 100, 100, 1);
      ledger.offer(JAVASCRIPT, 1);
      IntStream.range(0, 5).forEach(job -> ledger.submit("a", "" + job));

      ledger.offer(JAVASCRIPT, 2);

      assertThat(dispatchedJobs(ledger.pass(Duration.ofMillis(50)))).containsExactly("a/2", "a/3");
    }

    @Test
    void a_job_that_needs_a_closed_pool_is_settled_at_once_with_the_pools_reason() {
      ledger.pools.put(JAVASCRIPT, new Availability.Closed("bubblewrap is missing"));

      JobResult result = onlyResult(ledger.submit("a", "1"));

      assertThat(result.verdict()).isEqualTo(Verdict.PLATFORM_FAILURE);
      assertThat(result.judgement().message()).isEqualTo("NO_POOL: bubblewrap is missing");
    }

    @Test
    void held_jobs_are_settled_when_their_pool_closes() {
      runAndHold(2, 1);
      ledger.pools.put(JAVASCRIPT, new Availability.Closed("the engine went away"));

      JobResult result = onlyResult(ledger.pass(Duration.ofMillis(50)));

      assertThat(result.key()).isEqualTo(JobKey.of("a", "3"));
      assertThat(result.judgement().message()).isEqualTo("NO_POOL: the engine went away");
    }

    @Test
    void a_job_waits_a_while_for_a_pool_that_nobody_has_heard_of() {
      ledger.pools.clear();
      assertThat(announced(ledger.submit("a", "1"))).containsExactly(Phase.HELD);
      ledger.pass(Duration.ofMillis(50));
      assertThat(ledger.pass(SETTINGS.poolGrace().minusMillis(1))).isEmpty();

      JobResult result = onlyResult(ledger.pass(Duration.ofMillis(1)));

      assertThat(result.verdict()).isEqualTo(Verdict.PLATFORM_FAILURE);
      assertThat(result.judgement().message()).startsWith("NO_POOL: no executor for isolate/");
    }

    @Test
    void a_pool_that_appears_in_time_gets_the_job() {
      ledger.pools.clear();
      ledger.submit("a", "1");
      ledger.pass(SETTINGS.poolGrace().dividedBy(2));

      ledger.offer(JAVASCRIPT, 1);

      assertThat(dispatchedJobs(ledger.pass(Duration.ofSeconds(1)))).containsExactly("a/1");
    }

    @Test
    void a_pool_that_goes_missing_again_is_waited_for_as_long_again() {
      ledger.quota("a", 0, 3, 1);
      ledger.pools.clear();
      ledger.submit("a", "1");
      ledger.pass(Duration.ofMillis(50));
      ledger.pass(SETTINGS.poolGrace().minusMillis(1));
      ledger.offer(JAVASCRIPT, 1);
      ledger.pass(Duration.ofMillis(50));

      ledger.pools.clear();
      ledger.pass(Duration.ofMillis(50));

      assertThat(settled(ledger.pass(SETTINGS.poolGrace().minusMillis(1)))).isEmpty();
      assertThat(settled(ledger.pass(Duration.ofMillis(1)))).hasSize(1);
    }

    @Test
    void an_earlier_wait_for_a_missing_pool_does_not_shorten_a_later_one() {
      ledger.pools.clear();
      ledger.submit("a", "1");
      ledger.pass(Duration.ofMillis(50));
      ledger.cancel("a", "1");
      ledger.pass(SETTINGS.poolGrace());

      ledger.submit("a", "2");

      assertThat(settled(ledger.pass(Duration.ofMillis(50)))).isEmpty();
    }

    @Test
    void a_missing_pool_of_one_language_does_not_stop_another() {
      ledger.offer(new Lane(JAVASCRIPT.tier(), "python"), 1);
      ledger.pools.remove(JAVASCRIPT);
      ledger.submit("a", "1");

      Submission python = submission(JobKey.of("a", "2"), "python", Terms.PLAIN, "1");

      assertThat(
              dispatchedJobs(ledger.submit(python, new Lane(JAVASCRIPT.tier(), "python"), "other")))
          .containsExactly("a/2");
    }
  }

  @Nested
  class Turns {
    @Test
    void a_freed_slot_goes_to_the_tenant_with_the_fewest_running_jobs() {
      ledger.offer(JAVASCRIPT, 1);
      ledger.quota("flood", 100, 100, 1);
      IntStream.range(0, 50).forEach(job -> ledger.submit("flood", "" + job));
      ledger.submit("a", "quiet");

      assertThat(dispatchedJobs(ledger.succeed("flood", "0"))).containsExactly("a/quiet");
    }

    @Test
    void tenants_with_as_many_running_jobs_take_turns() {
      ledger.offer(JAVASCRIPT, 1);
      List.of("a", "b", "c").forEach(tenant -> ledger.quota(tenant, 1, 10, 1));
      List.of("a", "b", "c")
          .forEach(tenant -> IntStream.range(0, 3).forEach(job -> ledger.submit(tenant, "" + job)));

      ledger.succeed("a", "0");
      ledger.succeed("b", "0");
      ledger.succeed("c", "0");
      ledger.succeed("a", "1");

      assertThat(dispatchedJobs(ledger.written))
          .containsExactly("a/0", "b/0", "c/0", "a/1", "b/1", "c/1");
    }

    @Test
    void within_a_tenant_priority_goes_before_arrival() {
      runAndHold(2, 1);
      ledger.submit(submission("a", "late-but-urgent", priority(1)));

      assertThat(dispatchedJobs(ledger.succeed("a", "1"))).containsExactly("a/late-but-urgent");
      assertThat(dispatchedJobs(ledger.succeed("a", "2"))).containsExactly("a/3");
    }
  }

  @Nested
  class Attempts {
    @Test
    void a_success_is_settled_with_its_attempt() {
      ledger.submit("a", "1");

      JobResult result = onlyResult(ledger.succeed("a", "1"));

      assertThat(result.verdict()).isEqualTo(Verdict.SUCCEEDED);
      assertThat(result.attempts()).extracting(AttemptSummary::attempt).containsExactly(1);
      assertThat(result.provenance().route()).isPresent();
      assertThat(result.provenance().limits()).contains(LIMITS);
    }

    @Test
    void what_the_code_did_is_never_tried_again() {
      ledger.submit("a", "1");

      List<LedgerEffect> effects = ledger.end("a", "1", 1, new Ending.Threw("Error: no"));

      assertThat(onlyResult(effects).verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
      assertThat(dispatched(effects)).isEmpty();
    }

    @Test
    void what_the_platform_failed_is_held_and_dispatched_again() {
      ledger.submit("a", "1");

      List<LedgerEffect> effects = ledger.fail("a", "1", 1);

      assertThat(settled(effects)).isEmpty();
      assertThat(audited(effects)).containsExactly("job.held", "job.dispatched");
      assertThat(dispatched(effects)).extracting(Assignment::attempt).containsExactly(2);
    }

    @Test
    void a_platform_fault_is_the_result_when_attempts_are_used_up_and_every_one_is_in_it() {
      ledger.submit("a", "1");
      ledger.fail("a", "1", 1);
      ledger.fail("a", "1", 2);

      JobResult result = onlyResult(ledger.fail("a", "1", 3));

      assertThat(result.verdict()).isEqualTo(Verdict.PLATFORM_FAILURE);
      assertThat(result.attempts()).extracting(AttemptSummary::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void a_success_after_a_platform_fault_is_a_success() {
      ledger.submit("a", "1");
      ledger.fail("a", "1", 1);

      JobResult result =
          onlyResult(ledger.end("a", "1", 2, new Ending.Exited(0, Optional.empty())));

      assertThat(result.verdict()).isEqualTo(Verdict.SUCCEEDED);
      assertThat(result.attempts())
          .extracting(AttemptSummary::verdict)
          .containsExactly(Verdict.PLATFORM_FAILURE, Verdict.SUCCEEDED);
    }

    @Test
    void an_outcome_of_an_earlier_attempt_is_stale() {
      ledger.submit("a", "1");
      ledger.fail("a", "1", 1);

      List<LedgerEffect> effects = ledger.succeed("a", "1");

      assertThat(effects).hasSize(1);
      assertThat(audited(effects)).containsExactly("outcome.stale");
    }

    @Test
    void a_second_outcome_of_one_attempt_is_stale() {
      ledger.submit("a", "1");
      ledger.succeed("a", "1");

      assertThat(audited(ledger.succeed("a", "1"))).containsExactly("outcome.stale");
    }

    @Test
    void an_outcome_of_a_job_that_nobody_knows_is_stale() {
      assertThat(audited(ledger.succeed("a", "never-seen"))).containsExactly("outcome.stale");
    }
  }

  @Nested
  class Leases {
    @Test
    void a_lease_leaves_time_to_start_to_run_and_to_answer() {
      Lease lease = dispatched(ledger.submit("a", "1")).getFirst().lease();

      assertThat(lease.dispatchedAt()).isEqualTo(START);
      assertThat(lease.startBy()).isEqualTo(START.plus(SETTINGS.startAllowance()));
      assertThat(lease.deadline()).isEqualTo(START.plus(WHOLE_LEASE));
    }

    @Test
    void an_attempt_must_not_start_after_its_job_expires() {
      Lease lease =
          dispatched(ledger.submit(submission("a", "1", expiring(START.plusSeconds(5)))))
              .getFirst()
              .lease();

      assertThat(lease.startBy()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void an_attempt_without_an_outcome_by_its_deadline_is_lost_and_made_again() {
      ledger.submit("a", "1");
      assertThat(ledger.pass(WHOLE_LEASE.minusMillis(1))).isEmpty();

      List<LedgerEffect> effects = ledger.pass(Duration.ofMillis(1));

      assertThat(audited(effects)).containsExactly("lease.lost", "job.held", "job.dispatched");
      assertThat(dispatched(effects)).extracting(Assignment::attempt).containsExactly(2);
    }

    @Test
    void a_job_that_is_lost_every_time_is_settled_as_the_platforms_fault() {
      ledger.submit("a", "1");
      ledger.pass(WHOLE_LEASE);
      ledger.pass(WHOLE_LEASE);

      JobResult result = onlyResult(ledger.pass(WHOLE_LEASE));

      assertThat(result.verdict()).isEqualTo(Verdict.PLATFORM_FAILURE);
      assertThat(result.judgement().message()).startsWith("EXECUTOR_LOST");
      assertThat(result.attempts()).hasSize(3);
    }

    @Test
    void an_outcome_that_comes_in_time_ends_the_lease() {
      ledger.submit("a", "1");
      ledger.succeed("a", "1");

      assertThat(ledger.pass(WHOLE_LEASE)).isEmpty();
    }
  }

  @Nested
  class Cancelling {
    @Test
    void a_held_job_is_settled_at_once() {
      runAndHold(2, 1);

      List<LedgerEffect> effects = ledger.cancel("a", "3");

      assertThat(onlyResult(effects).verdict()).isEqualTo(Verdict.CANCELLED);
      assertThat(audited(effects)).containsExactly("job.cancel", "job.settled");
      assertThat(detail(effects, "effect")).isEqualTo("cancelled");
      assertThat(dispatched(ledger.succeed("a", "1"))).isEmpty();
    }

    @Test
    void a_dispatched_job_is_settled_when_its_executor_has_stopped_it() {
      ledger.submit("a", "1");
      List<LedgerEffect> effects = ledger.cancel("a", "1");
      assertThat(effects).hasSize(1);
      assertThat(detail(effects, "effect")).isEqualTo("stopping");

      assertThat(onlyResult(ledger.end("a", "1", 1, new Ending.Stopped())).verdict())
          .isEqualTo(Verdict.CANCELLED);
    }

    @Test
    void a_cancelled_job_that_the_platform_fails_is_not_tried_again() {
      ledger.submit("a", "1");
      ledger.cancel("a", "1");

      List<LedgerEffect> effects = ledger.fail("a", "1", 1);

      assertThat(onlyResult(effects).verdict()).isEqualTo(Verdict.CANCELLED);
      assertThat(onlyResult(effects).attempts()).hasSize(1);
      assertThat(dispatched(effects)).isEmpty();
    }

    @Test
    void a_job_that_ends_before_it_is_stopped_keeps_its_own_verdict() {
      ledger.submit("a", "1");
      ledger.cancel("a", "1");

      assertThat(onlyResult(ledger.succeed("a", "1")).verdict()).isEqualTo(Verdict.SUCCEEDED);
    }

    @Test
    void asking_too_late_or_for_nothing_is_audited_only() {
      ledger.submit("a", "1");
      ledger.cancel("a", "1");
      assertThat(detail(ledger.cancel("a", "1"), "effect")).isEqualTo("already stopping");
      ledger.succeed("a", "1");

      assertThat(detail(ledger.cancel("a", "1"), "effect")).isEqualTo("already settled");
      assertThat(detail(ledger.cancel("a", "2"), "effect")).isEqualTo("unknown job");
      assertThat(settled(ledger.written)).hasSize(1);
    }
  }

  @Nested
  class Expiring {
    @Test
    void a_held_job_expires() {
      runAndHold(2, 0);
      ledger.submit(submission("a", "3", expiring(START.plusSeconds(5))));
      assertThat(ledger.pass(Duration.ofMillis(4_999))).isEmpty();

      List<LedgerEffect> effects = ledger.pass(Duration.ofMillis(1));

      assertThat(onlyResult(effects).verdict()).isEqualTo(Verdict.EXPIRED);
      assertThat(audited(effects)).containsExactly("job.expired", "job.settled");
    }

    @Test
    void a_job_that_waits_for_another_attempt_expires_too() {
      ledger.submit(submission("a", "1", expiring(START.plusSeconds(5))));
      ledger.pools.clear();
      ledger.fail("a", "1", 1);

      JobResult result = onlyResult(ledger.pass(Duration.ofSeconds(5)));

      assertThat(result.verdict()).isEqualTo(Verdict.EXPIRED);
      assertThat(result.attempts()).hasSize(1);
    }

    @Test
    void the_expiry_of_a_job_that_is_gone_is_not_that_of_another_under_its_id() {
      Instant expiry = START.plus(SETTINGS.dedupeWindow()).plusSeconds(60);
      runAndHold(2, 0);
      ledger.submit(submission("a", "3", expiring(expiry)));
      ledger.cancel("a", "3");
      ledger.quota("a", 0, 3, 1);
      ledger.pass(SETTINGS.dedupeWindow());
      ledger.submit("a", "3");

      assertThat(settled(ledger.pass(Duration.between(ledger.now, expiry)))).isEmpty();
    }

    @Test
    void a_running_job_does_not_expire() {
      ledger.submit(submission("a", "1", expiring(START.plusSeconds(5))));

      assertThat(ledger.pass(Duration.ofSeconds(6))).isEmpty();
      assertThat(onlyResult(ledger.succeed("a", "1")).verdict()).isEqualTo(Verdict.SUCCEEDED);
    }

    @Test
    void a_job_that_an_executor_found_expired_has_expired() {
      ledger.quota("a", 1, 1, 1);
      ledger.submit(submission("a", "1", expiring(START.plusSeconds(5))));
      ledger.pass(Duration.ofSeconds(6));

      List<LedgerEffect> effects =
          ledger.end("a", "1", 1, new Ending.Failed(PlatformFault.LEASE_MISSED, "too late"));

      assertThat(onlyResult(effects).verdict()).isEqualTo(Verdict.EXPIRED);
    }
  }

  /** Jobs 1, 2, … of tenant a, the first ones running and the others held. */
  private void runAndHold(int running, int held) {
    IntStream.rangeClosed(1, running + held).forEach(job -> ledger.submit("a", "" + job));
    assertThat(ledger.state.accounts().of(JobKey.of("a", "1").tenant()).held()).isEqualTo(held);
  }

  private static JobResult onlyResult(List<LedgerEffect> effects) {
    assertThat(settled(effects)).hasSize(1);
    return settled(effects).getFirst();
  }

  private static String detail(List<LedgerEffect> effects, String name) {
    return effects.stream()
        .flatMap(
            effect ->
                effect instanceof LedgerEffect.Audit(var record)
                    ? Optional.ofNullable(record.details().get(name)).stream()
                    : Optional.<String>empty().stream())
        .findFirst()
        .orElseThrow();
  }
}
