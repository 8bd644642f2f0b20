package dev.sluice.ledger;

import dev.sluice.job.Assignment;
import dev.sluice.job.Binding;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Limits;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ledger whose clock, policies and pools are turned by hand, and which keeps all that it wanted
 * written.
 */
public final class TestingLedger {
  /** What every policy grants. */
  static final Binding WEATHER = new Binding("weather", "http", "{}");

  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  public static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          ByteSize.ofMebibytes(64),
          ByteSize.ofKibibytes(64),
          1,
          new ByteSize(0));
  static final Lane JAVASCRIPT = new Lane(Tier.ISOLATE, Languages.JAVASCRIPT.name());

  LedgerState state;
  final Map<TenantId, TenantPolicy> policies = new HashMap<>();
  final Map<Lane, Availability> pools = new HashMap<>();
  final List<LedgerEffect> written = new ArrayList<>();
  private final Ledger ledger;
  Instant now = START;
  private long sources;

  public TestingLedger(LedgerSettings settings, LedgerState state) {
    this.ledger = new Ledger(settings);
    this.state = state;
  }

  static TestingLedger withDefaults() {
    TestingLedger ledger = new TestingLedger(LedgerSettings.DEFAULTS, new InMemoryLedgerState());
    ledger.offer(JAVASCRIPT, 4);
    return ledger;
  }

  void quota(String tenant, int running, int held, int maxAttempts) {
    TenantId id = new TenantId(tenant);
    policies.put(
        id,
        new TenantPolicy(
            id,
            7,
            new Quotas(running, running, held),
            LIMITS,
            LIMITS,
            Languages.names(),
            Set.of(Tier.ISOLATE, Tier.CONTAINER),
            Set.of(WEATHER),
            Set.of(),
            WorkerReuse.TENANT,
            maxAttempts));
  }

  void reuse(String tenant, WorkerReuse reuse) {
    policies.computeIfPresent(
        new TenantId(tenant),
        (_, policy) ->
            new TenantPolicy(
                policy.tenant(),
                policy.version(),
                policy.quotas(),
                policy.defaults(),
                policy.ceilings(),
                policy.languages(),
                policy.tiers(),
                policy.capabilities(),
                policy.blockingFindings(),
                reuse,
                policy.maxAttempts()));
  }

  void offer(Lane lane, int slots) {
    pools.put(lane, new Availability.Open(slots, Optional.empty()));
  }

  void offer(Lane lane, int slots, Duration service) {
    pools.put(lane, new Availability.Open(slots, Optional.of(service)));
  }

  List<LedgerEffect> handle(LedgerEvent event) {
    List<LedgerEffect> effects =
        ledger.handle(
            event,
            state,
            tenant -> Optional.ofNullable(policies.get(tenant)),
            (tier, language) ->
                pools.getOrDefault(new Lane(tier, language), new Availability.Unknown()),
            now);
    written.addAll(effects);
    return effects;
  }

  List<LedgerEffect> submit(Submission submission) {
    return submit(submission, JAVASCRIPT, "source-" + ++sources);
  }

  List<LedgerEffect> submit(Submission submission, Lane lane, String source) {
    Route route = new Route(lane.tier(), "nothing asks for more");
    return judged(submission, new Decision.Accepted(7, route), source);
  }

  List<LedgerEffect> judged(Submission submission, Decision decision, String source) {
    ValidatedSubmission validated = new ValidatedSubmission(submission, decision, List.of());
    return handle(new LedgerEvent.SubmissionJudged(validated, source));
  }

  List<LedgerEffect> submit(String tenant, String job) {
    return submit(submission(tenant, job, Terms.PLAIN));
  }

  List<LedgerEffect> end(String tenant, String job, int attempt, Ending ending) {
    return handle(new LedgerEvent.OutcomeArrived(outcome(JobKey.of(tenant, job), attempt, ending)));
  }

  List<LedgerEffect> succeed(String tenant, String job) {
    return end(tenant, job, 1, new Ending.Exited(0, Optional.empty()));
  }

  List<LedgerEffect> fail(String tenant, String job, int attempt) {
    return end(tenant, job, attempt, new Ending.Failed(PlatformFault.SANDBOX_BROKEN, "it died"));
  }

  List<LedgerEffect> cancel(String tenant, String job) {
    JobKey key = JobKey.of(tenant, job);
    return handle(new LedgerEvent.CancelAsked(key, "not needed", "request-" + ++sources));
  }

  List<LedgerEffect> pass(Duration time) {
    now = now.plus(time);
    return handle(new LedgerEvent.TimePassed());
  }

  AttemptOutcome outcome(JobKey key, int attempt, Ending ending) {
    return new AttemptOutcome(
        key, attempt, Optional.empty(), ending, Output.NONE, Usage.NONE, now, now);
  }

  static Submission submission(String tenant, String job, Terms terms) {
    return submission(JobKey.of(tenant, job), Languages.JAVASCRIPT.name(), terms, "1 + 1");
  }

  static Submission submission(JobKey key, String language, Terms terms, String code) {
    Program javascript = Program.of(Languages.JAVASCRIPT, code);
    Program program = new Program(language, javascript.files(), javascript.entrypoint());
    return new Submission(key, program, Invocation.PLAIN, terms, Tags.NONE, START);
  }

  static Terms priority(int priority) {
    return new Terms(priority, RequestedTier.AUTO, LimitOverrides.NONE, Set.of(), Optional.empty());
  }

  static Terms expiring(Instant at) {
    return new Terms(3, RequestedTier.AUTO, LimitOverrides.NONE, Set.of(), Optional.of(at));
  }

  static List<Assignment> dispatched(List<LedgerEffect> effects) {
    return effects.stream()
        .flatMap(
            effect ->
                effect instanceof LedgerEffect.Dispatch(Assignment assignment)
                    ? Optional.of(assignment).stream()
                    : Optional.<Assignment>empty().stream())
        .toList();
  }

  static List<String> dispatchedJobs(List<LedgerEffect> effects) {
    return dispatched(effects).stream().map(assignment -> assignment.key().toString()).toList();
  }

  static List<JobResult> settled(List<LedgerEffect> effects) {
    return effects.stream()
        .flatMap(
            effect ->
                effect instanceof LedgerEffect.Settle(JobResult result)
                    ? Optional.of(result).stream()
                    : Optional.<JobResult>empty().stream())
        .toList();
  }

  static List<JobStatus.Phase> announced(List<LedgerEffect> effects) {
    return effects.stream()
        .flatMap(
            effect ->
                effect instanceof LedgerEffect.Announce(JobStatus status)
                    ? Optional.of(status.phase()).stream()
                    : Optional.<JobStatus.Phase>empty().stream())
        .toList();
  }

  static List<String> audited(List<LedgerEffect> effects) {
    return effects.stream()
        .flatMap(
            effect ->
                effect instanceof LedgerEffect.Audit(var record)
                    ? Optional.of(record.type()).stream()
                    : Optional.<String>empty().stream())
        .toList();
  }
}
