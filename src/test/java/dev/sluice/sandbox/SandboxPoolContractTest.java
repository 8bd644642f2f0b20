package dev.sluice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.job.Assignment;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Limit;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.SandboxStamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The laws in {@link SandboxPool}'s Javadoc, held against a pool with real sandboxes. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SandboxPoolContractTest {
  /** How much longer than its wall limit a program may take to be answered for. */
  private static final Duration FEW_SECONDS = Duration.ofSeconds(5);

  protected final TestingSandboxListener listener = new TestingSandboxListener();
  protected SandboxPool pool;
  private SamplePrograms samples;
  private Assignments assignments;

  /** Opens a pool of at least two slots that reports to the listener. */
  protected abstract SandboxPool open(SandboxListener listener);

  /** The sample programs in a language of the pool. */
  protected abstract SamplePrograms samples();

  @BeforeEach
  void openThePool() {
    pool = open(listener);
    samples = samples();
    assignments = Assignments.in(pool.tier(), samples.language());
  }

  @AfterEach
  void everySandboxIsReportedCreatedAndDestroyedExactlyOnce() {
    pool.close();
    assertThat(listener.created()).doesNotHaveDuplicates();
    assertThat(listener.destroyed()).containsExactlyInAnyOrderElementsOf(listener.created());
  }

  @Test
  void an_offer_names_slots_and_the_language() {
    await()
        .atMost(FEW_SECONDS)
        .untilAsserted(
            () ->
                assertThat(pool.offer())
                    .isInstanceOfSatisfying(
                        Offer.Available.class,
                        available -> {
                          assertThat(available.slots()).isPositive();
                          assertThat(available.languages()).contains(samples.language().name());
                        }));
  }

  @Test
  void an_outcome_belongs_to_its_assignment() {
    Assignment assignment = assignments.running(samples.greets());

    AttemptOutcome outcome = run(assignment);

    assertThat(outcome.key()).isEqualTo(assignment.key());
    assertThat(outcome.attempt()).isEqualTo(assignment.attempt());
    assertThat(outcome.ending())
        .isInstanceOfSatisfying(
            Ending.Exited.class, exited -> assertThat(exited.exitCode()).isZero());
    assertThat(stdout(outcome)).isEqualTo("hello\n");
    assertThat(outcome.endedAt()).isAfterOrEqualTo(outcome.startedAt());
    assertThat(outcome.usage().wall()).isPositive();
    assertThat(outcome.usage().peakMemory()).isGreaterThan(ByteSize.ofMebibytes(1));
    assertThat(listener.created()).contains(outcome.sandbox().orElseThrow());
  }

  @Test
  void standard_input_reaches_the_program() {
    AttemptOutcome outcome =
        run(assignments.withStdin("two\nlines — ünïcode\n").running(samples.echoes()));

    assertThat(stdout(outcome)).isEqualTo("two\nlines — ünïcode\n");
  }

  @Test
  void standard_error_is_kept_apart() {
    AttemptOutcome outcome = run(assignments.running(samples.complains()));

    assertThat(stdout(outcome)).isEmpty();
    assertThat(outcome.output().stderr().content().text()).isEqualTo("careful\n");
  }

  @Test
  void an_exit_code_is_the_programs_own() {
    AttemptOutcome outcome = run(assignments.running(samples.exitsWithSeven()));

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(7, Optional.empty()));
  }

  @Test
  void an_endless_program_ends_at_its_wall_limit_and_keeps_what_it_wrote() {
    Duration wall = Duration.ofMillis(1500);
    run(assignments.running(samples.greets()));
    long begun = System.nanoTime();

    AttemptOutcome outcome = run(assignments.withWall(wall).running(samples.greetsAndWaits()));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(wall.plus(FEW_SECONDS));
    assertExceeded(outcome, Limit.WALL);
    assertThat(outcome.usage().wall()).isGreaterThanOrEqualTo(wall);
    assertThat(stdout(outcome)).isEqualTo("hello\n");
  }

  @Test
  void a_busy_program_ends_at_its_cpu_limit() {
    Duration cpu = Duration.ofMillis(700);

    AttemptOutcome outcome = run(assignments.withCpu(cpu).running(samples.greetsAndSpins()));

    assertExceeded(outcome, Limit.CPU);
    assertThat(outcome.usage().cpu()).isGreaterThanOrEqualTo(cpu);
    assertThat(stdout(outcome)).isEqualTo("hello\n");
  }

  @Test
  void a_greedy_program_ends_at_its_memory_limit() {
    AttemptOutcome outcome =
        run(assignments.withMemory(ByteSize.ofMebibytes(64)).running(samples.allocates()));

    assertExceeded(outcome, Limit.MEMORY);
  }

  @Test
  void a_loud_program_ends_at_its_output_limit_and_its_output_is_cut_there() {
    ByteSize limit = ByteSize.ofKibibytes(64);

    AttemptOutcome outcome = run(assignments.withOutput(limit).running(samples.floods()));

    assertExceeded(outcome, Limit.OUTPUT);
    assertThat(outcome.output().stdout().truncated()).isTrue();
    assertThat(outcome.output().stdout().content().length())
        .isPositive()
        .isLessThanOrEqualTo((int) limit.bytes());
  }

  @Test
  void a_cancelled_program_is_stopped_within_a_second() throws Exception {
    Cancellation cancellation = new Cancellation();
    run(assignments.running(samples.greets()));
    try (ExecutorService slot = Executors.newSingleThreadExecutor()) {
      Future<AttemptOutcome> running =
          slot.submit(() -> pool.run(assignments.running(samples.greetsAndSpins()), cancellation));
      await()
          .pollDelay(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(10))
          .until(() -> !running.isDone());

      long asked = System.nanoTime();
      cancellation.request();
      AttemptOutcome outcome = running.get(30, TimeUnit.SECONDS);

      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
      assertThat(outcome.ending()).isEqualTo(new Ending.Stopped());
      assertThat(stdout(outcome)).isEqualTo("hello\n");
    }
  }

  @Test
  void a_program_cancelled_before_it_starts_is_stopped() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();

    AttemptOutcome outcome = pool.run(assignments.running(samples.greetsAndSpins()), cancellation);

    assertThat(outcome.ending()).isEqualTo(new Ending.Stopped());
  }

  @Test
  void two_tenants_never_share_a_sandbox() {
    List<SandboxStamp> ours = new ArrayList<>();
    List<SandboxStamp> theirs = new ArrayList<>();

    for (int round = 0; round < 3; round++) {
      ours.add(run(assignments.of("ours").running(samples.greets())).sandbox().orElseThrow());
      theirs.add(run(assignments.of("theirs").running(samples.greets())).sandbox().orElseThrow());
    }

    assertThat(ours).doesNotContainAnyElementsOf(theirs);
  }

  @Test
  void programs_at_the_same_time_do_not_hear_each_other() throws Exception {
    try (ExecutorService slots = Executors.newFixedThreadPool(2)) {
      List<Future<AttemptOutcome>> running = new ArrayList<>();
      for (int job = 0; job < 6; job++) {
        Assignment assignment =
            assignments
                .of("tenant-" + job % 3)
                .withStdin("job " + job + "\n")
                .running(samples.echoes());
        running.add(slots.submit(() -> run(assignment)));
      }

      for (int job = 0; job < running.size(); job++) {
        assertThat(stdout(running.get(job).get())).isEqualTo("job " + job + "\n");
      }
    }
  }

  @Test
  void a_pool_serves_on_after_every_kind_of_misbehaviour() {
    run(assignments.withWall(Duration.ofSeconds(1)).running(samples.greetsAndSpins()));
    run(assignments.withMemory(ByteSize.ofMebibytes(64)).running(samples.allocates()));
    run(assignments.withOutput(ByteSize.ofKibibytes(1)).running(samples.floods()));

    AttemptOutcome outcome = run(assignments.running(samples.greets()));

    assertThat(stdout(outcome)).isEqualTo("hello\n");
  }

  @Test
  void a_closed_pool_answers_that_it_has_no_sandbox() {
    pool.close();

    AttemptOutcome outcome = run(assignments.running(samples.greets()));

    assertThat(outcome.ending())
        .isInstanceOfSatisfying(
            Ending.Failed.class,
            failed -> assertThat(failed.fault()).isEqualTo(PlatformFault.SANDBOX_UNAVAILABLE));
    assertThat(pool.offer()).isInstanceOf(Offer.Unavailable.class);
  }

  @Test
  void closing_stops_what_runs() throws Exception {
    try (ExecutorService slot = Executors.newSingleThreadExecutor()) {
      Future<AttemptOutcome> running =
          slot.submit(() -> run(assignments.running(samples.greetsAndWaits())));
      await().atMost(Duration.ofSeconds(30)).until(() -> !listener.created().isEmpty());

      pool.close();

      assertThat(running.get(10, TimeUnit.SECONDS).ending()).isInstanceOf(Ending.Failed.class);
    }
  }

  private AttemptOutcome run(Assignment assignment) {
    return pool.run(assignment, new Cancellation());
  }

  private void assertExceeded(AttemptOutcome outcome, Limit limit) {
    assertThat(outcome.ending())
        .isInstanceOfSatisfying(
            Ending.Exceeded.class, exceeded -> assertThat(exceeded.limit()).isEqualTo(limit));
    assertThat(listener.firedLimits())
        .contains(
            new TestingSandboxListener.FiredLimit(
                outcome.sandbox().orElseThrow(), outcome.key(), outcome.attempt(), limit));
  }

  private static String stdout(AttemptOutcome outcome) {
    return outcome.output().stdout().content().text();
  }
}
