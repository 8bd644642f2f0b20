package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.audit.AuditEntry;
import dev.sluice.cli.Deployment;
import dev.sluice.cli.DeploymentPlan;
import dev.sluice.cli.Role;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.Terms;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.gateway.AuditTail;
import dev.sluice.kafka.gateway.PolicyFile;
import dev.sluice.kafka.gateway.PolicyRegistry;
import dev.sluice.kafka.gateway.ResultReader;
import dev.sluice.kafka.gateway.Start;
import dev.sluice.kafka.gateway.SubmissionSink;
import dev.sluice.kafka.topics.TopicAdministrator;
import dev.sluice.kafka.topics.TopicCatalog;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The whole way against a cluster that is not ours: Testcontainers' Kafka, topics made by the plan
 * with all their partitions, real workers, real containers.
 */
class ForeignClusterIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final KafkaContainer KAFKA =
      new KafkaContainer(
          DockerImageName.parse("sluice/kafka:4.3.1").asCompatibleSubstituteFor("apache/kafka"));
  private static final Parts PARTS = new Parts();
  private static KafkaSettings cluster = KafkaSettings.plain("127.0.0.1:9092");

  @BeforeAll
  static void start() {
    KAFKA.start();
    cluster = KafkaSettings.plain(KAFKA.getBootstrapServers());
    try (TopicAdministrator topics = new TopicAdministrator(cluster);
        PolicyRegistry policies = new PolicyRegistry(cluster)) {
      topics.apply(topics.plan(TopicCatalog.shipped().withReplicas(1)));
      policies.applyIfAbsent(PolicyFile.shippedDefault());
    }
    Deployment deployment =
        Startup.start(
            Settings.read(Optional.empty(), Map.of()),
            new DeploymentPlan(
                EnumSet.of(Role.VALIDATOR, Role.ROUTER, Role.ISOLATE, Role.CONTAINER),
                Optional.of(cluster.bootstrapServers()),
                Optional.empty(),
                Optional.empty()));
    PARTS.add("deployment", deployment);
  }

  @AfterAll
  static void stop() {
    PARTS.close();
    KAFKA.stop();
  }

  @Test
  void jobs_of_many_tenants_get_one_result_each_in_both_tiers() {
    List<Submission> submissions = new ArrayList<>();
    for (int tenant = 0; tenant < 5; tenant++) {
      String name = "tc-" + tenant;
      submissions.add(submission(name, "js", Languages.JAVASCRIPT, "console.log(6 * 7)"));
      submissions.add(submission(name, "py", Languages.PYTHON, "print(6 * 7)"));
      submissions.add(submission(name, "bad", Languages.JAVASCRIPT, "throw new Error('no')"));
    }
    // Each twice: a duplicate is not run and gets no second result.
    submit(submissions);
    submit(submissions);

    List<JobResult> results = resultsOf("tc-", submissions.size());
    List<AuditEntry> settled = audit("job.settled", submissions.size());
    List<AuditEntry> duplicates = audit("job.duplicate", submissions.size());

    assertThat(results).extracting(JobResult::key).doesNotHaveDuplicates();
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.verdict())
                    .isEqualTo(
                        result.key().job().value().equals("bad")
                            ? Verdict.RUNTIME_ERROR
                            : Verdict.SUCCEEDED));
    assertThat(results)
        .filteredOn(result -> result.verdict() == Verdict.SUCCEEDED)
        .extracting(result -> result.output().stdout().content().text())
        .containsOnly("42\n");
    assertThat(settled).extracting(entry -> entry.record().id()).doesNotHaveDuplicates();
    assertThat(duplicates).hasSize(submissions.size());
  }

  private static void submit(List<Submission> submissions) {
    try (SubmissionSink sink = new SubmissionSink(cluster, "test", InstantSource.system())) {
      submissions.stream()
          .map(sink::submit)
          .toList()
          .forEach(written -> written.toCompletableFuture().join());
    }
  }

  /** All results of these tenants, read until nothing more comes for a while. */
  private static List<JobResult> resultsOf(String tenants, int expected) {
    try (ResultReader reader = ResultReader.open(cluster, Start.EARLIEST)) {
      return collect(
          () -> reader.next(Duration.ofMillis(200)),
          result -> result.key().tenant().value().startsWith(tenants),
          expected);
    }
  }

  private static List<AuditEntry> audit(String type, int expected) {
    try (AuditTail tail = AuditTail.open(cluster, Start.EARLIEST, AuditTail.Filter.ALL)) {
      return collect(
          () -> tail.next(Duration.ofMillis(200)),
          entry -> entry.record().type().equals(type),
          expected);
    }
  }

  private static <T> List<T> collect(Supplier<List<T>> source, Predicate<T> which, int expected) {
    List<T> found = new ArrayList<>();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              source.get().stream().filter(which).forEach(found::add);
              return found.size() >= expected;
            });
    source.get().stream().filter(which).forEach(found::add);
    return found;
  }

  private static Submission submission(String tenant, String id, Language language, String code) {
    return new Submission(
        JobKey.of(tenant, id),
        Program.of(language, code),
        Invocation.PLAIN,
        Terms.PLAIN,
        Tags.NONE,
        Instant.now());
  }
}
