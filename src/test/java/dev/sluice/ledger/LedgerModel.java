package dev.sluice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.JobKey;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Submission;
import dev.sluice.job.Terms;
import dev.sluice.job.Tier;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Drives a ledger through a random life: submissions, duplicates, outcomes good, bad, late and
 * invented, cancellations, pools that come and go, and time. After each step {@link LedgerShadow},
 * which knows only what the ledger wanted written, checks the promises. At the end the world calms
 * down, and every job must get its one result.
 */
public final class LedgerModel {
  static final LedgerSettings SETTINGS =
      new LedgerSettings(
          2,
          new LedgerSettings.Ahead(Duration.ofMillis(100), Duration.ofSeconds(1)),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofHours(1));
  private static final List<String> TENANTS = List.of("flood", "b", "c", "d");
  private static final List<Lane> LANES =
      List.of(
          new Lane(Tier.ISOLATE, "javascript"),
          new Lane(Tier.ISOLATE, "python"),
          new Lane(Tier.CONTAINER, "bash"));

  private final Random random;
  private final UnaryOperator<LedgerState> reopen;
  private final TestingLedger ledger;
  private final LedgerShadow shadow;
  private final List<Submission> submitted = new ArrayList<>();

  private LedgerModel(long seed, LedgerState state, UnaryOperator<LedgerState> reopen) {
    this.random = new Random(seed);
    this.reopen = reopen;
    this.ledger = new TestingLedger(SETTINGS, state);
    this.shadow = new LedgerShadow(ledger);
  }

  /**
   * Lives a life and fails where a promise is broken.
   *
   * @param reopen gives a state that was closed and opened again, now and then
   * @return everything the ledger wanted written
   */
  public static List<LedgerEffect> live(
      long seed, int steps, LedgerState state, UnaryOperator<LedgerState> reopen) {
    LedgerModel model = new LedgerModel(seed, state, reopen);
    try {
      model.begin();
      for (int step = 0; step < steps; step++) {
        model.step();
      }
      model.calmDown();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
    }
    return model.ledger.written;
  }

  private void begin() {
    TENANTS.forEach(
        tenant ->
            ledger.quota(
                tenant, random.nextInt(1, 6), random.nextInt(0, 20), random.nextInt(1, 4)));
    LANES.forEach(lane -> ledger.offer(lane, random.nextInt(1, 4)));
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0 -> resubmit();
      case 1 -> reject();
      case 2 -> cancel();
      case 3 -> inventOutcome();
      case 4 -> changePool();
      case 5 -> pass(Duration.ofMillis(random.nextLong(12_000)));
      case 6 -> ledger.state = reopen.apply(ledger.state);
      case 7, 8, 9 -> pass(Duration.ofMillis(random.nextLong(100)));
      case 10, 11, 12, 13, 14 -> answer();
      default -> submit();
    }
    shadow.agreesWithAccounts();
  }

  private void submit() {
    String tenant = random.nextBoolean() ? "flood" : TENANTS.get(random.nextInt(TENANTS.size()));
    Lane lane = LANES.get(random.nextInt(LANES.size()));
    Submission submission =
        TestingLedger.submission(
            JobKey.of(tenant, "job-" + submitted.size()), lane.language(), terms(), "code");
    submitted.add(submission);
    shadow.submitted(submission, lane);
    shadow.see(ledger.submit(submission, lane, source(submission)));
    shadow.knowsWhereItIs(submission.key());
  }

  private void resubmit() {
    if (!submitted.isEmpty()) {
      Submission submission = anySubmitted();
      String source = random.nextBoolean() ? source(submission) : "elsewhere-" + random.nextLong();
      shadow.seeNothingButAudit(ledger.submit(submission, LANES.getFirst(), source));
    }
  }

  private void reject() {
    Submission submission =
        TestingLedger.submission("b", "rejected-" + submitted.size(), Terms.PLAIN);
    submitted.add(submission);
    shadow.submitted(submission, LANES.getFirst());
    Decision rejected = new Decision.Rejected(Verdict.REJECTED, "no good");
    shadow.see(ledger.judged(submission, rejected, source(submission)));
    assertThat(shadow.isSettled(submission.key())).isTrue();
  }

  private void cancel() {
    if (!submitted.isEmpty()) {
      JobKey key = anySubmitted().key();
      boolean held = shadow.isHeld(key);
      shadow.see(ledger.cancel(key.tenant().value(), key.job().value()));
      assertThat(!held || shadow.isSettled(key))
          .as("a held job is settled by its cancellation")
          .isTrue();
    }
  }

  private void inventOutcome() {
    JobKey key = submitted.isEmpty() ? JobKey.of("b", "unheard-of") : anySubmitted().key();
    int attempt = random.nextInt(1, 5);
    if (!shadow.isOut(key, attempt)) {
      shadow.seeNothingButAudit(
          ledger.handle(
              new LedgerEvent.OutcomeArrived(
                  ledger.outcome(key, attempt, new Ending.Exited(0, Optional.empty())))));
    }
  }

  private void answer() {
    List<LedgerShadow.Out> out = shadow.out();
    if (!out.isEmpty()) {
      answer(out.get(random.nextInt(out.size())), ending());
    }
  }

  private void answer(LedgerShadow.Out attempt, Ending ending) {
    shadow.see(
        ledger.handle(
            new LedgerEvent.OutcomeArrived(
                ledger.outcome(attempt.key(), attempt.attempt(), ending))));
  }

  private Ending ending() {
    return switch (random.nextInt(5)) {
      case 0 -> new Ending.Failed(PlatformFault.SANDBOX_BROKEN, "it died");
      case 1 -> new Ending.Failed(PlatformFault.LEASE_MISSED, "too late");
      case 2 -> new Ending.Threw("Error");
      default -> new Ending.Exited(0, Optional.empty());
    };
  }

  private void changePool() {
    Lane lane = LANES.get(random.nextInt(LANES.size()));
    Availability availability =
        switch (random.nextInt(6)) {
          case 0 -> new Availability.Closed("the engine is gone");
          case 1 -> new Availability.Unknown();
          default -> new Availability.Open(random.nextInt(1, 5), service());
        };
    ledger.pools.put(lane, availability);
  }

  private Optional<Duration> service() {
    return random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(random.nextLong(150)));
  }

  private void pass(Duration time) {
    shadow.see(ledger.pass(time));
    shadow.nobodyWaitsForNothing();
    shadow.nothingIsOverdue();
  }

  private void calmDown() {
    LANES.forEach(lane -> ledger.offer(lane, 1));
    for (int round = 0; !shadow.allSettled(); round++) {
      assertThat(round).as("rounds until everything is settled").isLessThan(10_000);
      pass(Duration.ofMillis(10));
      shadow.out().forEach(attempt -> answer(attempt, new Ending.Exited(0, Optional.empty())));
    }
    shadow.agreesWithAccounts();
    pass(SETTINGS.dedupeWindow());
    submitted.forEach(
        submission ->
            assertThat(ledger.state.job(submission.key())).as("%s", submission.key()).isEmpty());
    assertThat(ledger.state.due(ledger.now.plus(Duration.ofDays(1_000)), 10)).isEmpty();
  }

  private Submission anySubmitted() {
    return submitted.get(random.nextInt(submitted.size()));
  }

  private Terms terms() {
    Optional<Instant> expiry =
        random.nextInt(4) == 0
            ? Optional.of(ledger.now.plusMillis(random.nextLong(6_000)))
            : Optional.empty();
    return new Terms(
        random.nextInt(1, 6), RequestedTier.AUTO, LimitOverrides.NONE, Set.of(), expiry);
  }

  private static String source(Submission submission) {
    return "read-" + submission.key();
  }
}
