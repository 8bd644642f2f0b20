package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cli.Deployment;
import dev.sluice.cli.DeploymentPlan;
import dev.sluice.cli.Role;
import dev.sluice.cli.TestingTerminal;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.gateway.ResultReader;
import dev.sluice.kafka.gateway.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executors are killed in the middle of a run: every job has its one result all the same. */
class KillExecutorIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int JOBS = 200;
  private static final int ONE_CONTAINER_IN = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void two_hundred_jobs_have_two_hundred_results_though_the_executor_is_killed() throws Exception {
    Path out = folder.resolve("results.jsonl");
    LocalInstallation installation = new LocalInstallation(Map.of());
    try (Deployment deployment = installation.deploy(Optional.empty(), brokerAndLedger());
        TestingProcess killed = executor(deployment, "killed.log");
        ExecutorService runner = Executors.newSingleThreadExecutor()) {
      KafkaSettings cluster = deployment.kafka();
      TestingTerminal terminal = new TestingTerminal();
      List<String> command = command(cluster, out);
      Future<Integer> run =
          runner.submit(() -> terminal.run(installation, command.toArray(String[]::new)));
      await().atMost(PATIENCE).until(() -> Files.exists(out) && linesOf(out) >= JOBS / 4);

      List<ProcessHandle> workers = killed.workers();
      killed.kill();

      assertThat(linesOf(out)).as("results at the time of the kill").isLessThan(JOBS);
      assertThat(workers).as("workers at the time of the kill").isNotEmpty();
      await().atMost(PATIENCE).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
      TestingProcess second = executor(deployment, "second.log");
      List<ProcessHandle> secondWorkers;
      try (second) {
        int exit = run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(exit).as(terminal.err()).isZero();
        secondWorkers = second.workers();
      }
      assertThat(idsIn(out)).hasSize(JOBS).doesNotHaveDuplicates();
      assertThat(resultsOnTheTopic(cluster)).hasSize(JOBS).doesNotHaveDuplicates();
      assertThat(secondWorkers).noneMatch(ProcessHandle::isAlive);
      assertThat(TestingContainers.ofJobs("kill-")).isEmpty();
    }
  }

  private static DeploymentPlan brokerAndLedger() {
    return new DeploymentPlan(
        Set.of(Role.VALIDATOR, Role.ROUTER), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private TestingProcess executor(Deployment deployment, String log) {
    return TestingProcess.start(
        folder.resolve(log),
        "serve",
        "--roles",
        "isolate,container",
        "--bootstrap-server",
        deployment.kafka().bootstrapServers());
  }

  private List<String> command(KafkaSettings cluster, Path out) throws IOException {
    return List.of(
        "run",
        jobs().toString(),
        "--out",
        out.toString(),
        "--bootstrap-server",
        cluster.bootstrapServers());
  }

  /** Each works for a tenth of a second, so that the kill meets some that run. */
  private Path jobs() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < JOBS; number++) {
      String tier = number % ONE_CONTAINER_IN == 0 ? "container" : "isolate";
      lines.add(
          MAPPER.writeValueAsString(
              Map.of(
                  "id", "kill-" + number,
                  "tenant", "kill-test",
                  "language", "javascript",
                  "tier", tier,
                  "code",
                      "const end = Date.now() + 100; while (Date.now() < end); console.log(1)")));
    }
    return Files.write(folder.resolve("jobs.jsonl"), lines);
  }

  private static long linesOf(Path file) throws IOException {
    return Files.readString(file).lines().count();
  }

  private static List<String> idsIn(Path file) throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode result = MAPPER.readTree(line);
      assertThat(result.path("verdict").textValue()).as(line).isEqualTo("SUCCEEDED");
      ids.add(result.path("id").textValue());
    }
    return ids;
  }

  /** What any reader of results finds. */
  private static List<String> resultsOnTheTopic(KafkaSettings cluster) {
    List<String> ids = new ArrayList<>();
    try (ResultReader reader = ResultReader.open(cluster, Start.EARLIEST)) {
      while (!reader.caughtUp()) {
        reader.next(Duration.ofMillis(200)).forEach(result -> ids.add(result.key().toString()));
      }
    }
    return ids;
  }
}
