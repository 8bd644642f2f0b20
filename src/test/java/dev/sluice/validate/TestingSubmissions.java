package dev.sluice.validate;

import dev.sluice.job.Binding;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Limits;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Submissions and policies to judge, each a small change of an ordinary one. */
public final class TestingSubmissions {
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  public static final TenantId ACME = new TenantId("acme");

  public static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          ByteSize.ofMebibytes(128),
          ByteSize.ofKibibytes(256),
          16,
          ByteSize.ofMebibytes(64));

  public static final TenantPolicy POLICY =
      new TenantPolicy(
          ACME,
          7,
          new Quotas(10, 10, 100),
          LIMITS,
          LIMITS,
          Set.of("javascript", "python", "bash", "typescript"),
          Set.of(Tier.ISOLATE, Tier.CONTAINER),
          Set.of(new Binding("weather", "http", "{}")),
          Set.of("private-key"),
          WorkerReuse.TENANT,
          3);

  private TestingSubmissions() {}

  public static Submission javascript(String code) {
    return of(Program.of(Languages.JAVASCRIPT, code));
  }

  public static Submission of(Language language, String code) {
    return of(Program.of(language, code));
  }

  public static Submission of(Program program) {
    return of(program, Invocation.PLAIN, Terms.PLAIN, Map.of());
  }

  public static Submission of(
      Program program, Invocation invocation, Terms terms, Map<String, String> labels) {
    return new Submission(
        JobKey.of("acme", "job-1"),
        program,
        invocation,
        terms,
        new Tags(Optional.empty(), labels),
        NOW);
  }

  public static Submission with(Invocation invocation) {
    return of(Program.of(Languages.JAVASCRIPT, "1"), invocation, Terms.PLAIN, Map.of());
  }

  public static Submission with(Terms terms) {
    return of(Program.of(Languages.JAVASCRIPT, "1"), Invocation.PLAIN, terms, Map.of());
  }

  public static Submission asking(RequestedTier tier, Program program) {
    return of(
        program,
        Invocation.PLAIN,
        new Terms(3, tier, LimitOverrides.NONE, Set.of(), Optional.empty()),
        Map.of());
  }

  public static Submission asking(LimitOverrides limits) {
    return with(new Terms(3, RequestedTier.AUTO, limits, Set.of(), Optional.empty()));
  }

  public static Program files(String entrypoint, String... paths) {
    return new Program(
        "javascript",
        List.of(paths).stream().map(path -> new SourceFile(path, Content.of("1"))).toList(),
        entrypoint);
  }

  public static TenantPolicy allowing(Tier... tiers) {
    return new TenantPolicy(
        ACME,
        7,
        POLICY.quotas(),
        LIMITS,
        LIMITS,
        POLICY.languages(),
        Set.of(tiers),
        POLICY.capabilities(),
        POLICY.blockingFindings(),
        POLICY.isolateReuse(),
        3);
  }

  static Examination examined(Submission submission) {
    return new Examination(submission, Optional.of(POLICY), NOW);
  }

  /** The messages of what a rule sees in a submission. */
  static List<String> seenBy(Rule rule, Submission submission) {
    return rule.examine(examined(submission)).stream().map(Finding::message).toList();
  }
}
