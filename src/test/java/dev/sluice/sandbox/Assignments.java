package dev.sluice.sandbox;

import dev.sluice.job.Assignment;
import dev.sluice.job.Binding;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Language;
import dev.sluice.job.Lease;
import dev.sluice.job.Limits;
import dev.sluice.job.Program;
import dev.sluice.job.Route;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Assignments as a test wants them: sane limits first, then what the test is about. */
public record Assignments(
    Tier tier,
    Language language,
    String tenant,
    Limits limits,
    Invocation invocation,
    WorkerReuse reuse,
    Set<Binding> grants) {
  public static final Limits ROOMY =
      new Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          ByteSize.ofMebibytes(128),
          ByteSize.ofKibibytes(256),
          32,
          ByteSize.ofMebibytes(16));

  public static Assignments in(Tier tier, Language language) {
    return new Assignments(
        tier, language, "acme", ROOMY, Invocation.PLAIN, WorkerReuse.TENANT, Set.of());
  }

  public Assignments of(String otherTenant) {
    return new Assignments(tier, language, otherTenant, limits, invocation, reuse, grants);
  }

  public Assignments withWall(Duration wall) {
    return withLimits(
        new Limits(
            wall,
            limits.cpu(),
            limits.memory(),
            limits.output(),
            limits.processes(),
            limits.disk()));
  }

  public Assignments withCpu(Duration cpu) {
    return withLimits(
        new Limits(
            limits.wall(),
            cpu,
            limits.memory(),
            limits.output(),
            limits.processes(),
            limits.disk()));
  }

  public Assignments withMemory(ByteSize memory) {
    return withLimits(
        new Limits(
            limits.wall(),
            limits.cpu(),
            memory,
            limits.output(),
            limits.processes(),
            limits.disk()));
  }

  public Assignments withOutput(ByteSize output) {
    return withLimits(
        new Limits(
            limits.wall(),
            limits.cpu(),
            limits.memory(),
            output,
            limits.processes(),
            limits.disk()));
  }

  public Assignments withLimits(Limits others) {
    return new Assignments(tier, language, tenant, others, invocation, reuse, grants);
  }

  public Assignments withStdin(String text) {
    return withInvocation(
        new Invocation(
            invocation.arguments(),
            Content.of(text),
            invocation.environment(),
            invocation.expectedStdout()));
  }

  public Assignments withEnvironment(Map<String, String> environment) {
    return withInvocation(
        new Invocation(
            invocation.arguments(), invocation.stdin(), environment, invocation.expectedStdout()));
  }

  public Assignments withInvocation(Invocation other) {
    return new Assignments(tier, language, tenant, limits, other, reuse, grants);
  }

  public Assignments withReuse(WorkerReuse other) {
    return new Assignments(tier, language, tenant, limits, invocation, other, grants);
  }

  public Assignments granted(Binding... bindings) {
    return new Assignments(tier, language, tenant, limits, invocation, reuse, Set.of(bindings));
  }

  public Assignment running(String code) {
    return running(Program.of(language, code));
  }

  /** A first attempt at a job with an id of its own. */
  public Assignment running(Program program) {
    Instant now = Instant.now();
    return new Assignment(
        JobKey.of(tenant, UUID.randomUUID().toString()),
        1,
        new Route(tier, "a test asks for it"),
        program,
        invocation,
        limits,
        grants,
        reuse,
        new Lease(now, now.plusSeconds(60), now.plusSeconds(600)));
  }
}
