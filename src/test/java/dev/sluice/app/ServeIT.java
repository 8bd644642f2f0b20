package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cli.Deployment;
import dev.sluice.cli.DeploymentPlan;
import dev.sluice.cli.Role;
import dev.sluice.cli.TestingTerminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every role in one process, reached as its users reach it: over HTTP and with the commands. */
class ServeIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ENDLESS =
      "{\"id\":\"%s\",\"language\":\"javascript\",\"code\":\"for (;;) {}\","
          + "\"limits\":{\"cpuMillis\":60000,\"wallMillis\":60000}}";

  private static final LocalInstallation INSTALLATION =
      new LocalInstallation(Map.of("SLUICE_HTTP_PORT", "0"));
  private static Deployment deployment;
  private static String gateway;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    deployment =
        INSTALLATION.deploy(
            Optional.empty(),
            new DeploymentPlan(
                EnumSet.allOf(Role.class), Optional.empty(), Optional.empty(), Optional.empty()));
    gateway =
        deployment.description().stream()
            .filter(line -> line.contains("http://"))
            .map(line -> line.substring(line.indexOf("http://")))
            .findFirst()
            .orElseThrow();
    await().atMost(PATIENCE).until(() -> get("/readyz").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Test
  void a_job_that_is_posted_runs_and_shows_its_result() throws Exception {
    HttpResponse<String> posted =
        post("{\"id\":\"posted\",\"language\":\"javascript\",\"code\":\"console.log(6 * 7)\"}");
    assertThat(posted.statusCode()).isEqualTo(202);

    JsonNode job = settled(posted.headers().firstValue("location").orElseThrow());

    assertThat(job.path("verdict").textValue()).isEqualTo("SUCCEEDED");
    assertThat(job.at("/result/stdout").textValue()).isEqualTo("42\n");
  }

  @Test
  void a_job_that_is_deleted_stops() throws Exception {
    post(ENDLESS.formatted("deleted"));
    await().atMost(PATIENCE).until(() -> get("/v1/jobs/deleted").body().contains("\"dispatched\""));

    HttpResponse<String> deleted = send("DELETE", "/v1/jobs/deleted", "");

    assertThat(deleted.statusCode()).isEqualTo(202);
    assertThat(settled("/v1/jobs/deleted").path("verdict").textValue()).isEqualTo("CANCELLED");
  }

  @Test
  void a_submitted_file_can_be_looked_at_and_its_trail_be_read() throws Exception {
    Path jobs =
        Files.writeString(
            folder.resolve("jobs.jsonl"),
            "{\"id\":\"submitted\",\"tenant\":\"trail\",\"language\":\"bash\",\"code\":\"date\"}\n");

    TestingTerminal submit = command("submit", jobs.toString());
    assertThat(submit.out()).isEqualTo("trail/submitted\n");
    await()
        .atMost(PATIENCE)
        .until(
            () -> command("get", "submitted", "--tenant", "trail").out().contains("\"settled\""));

    JsonNode job = MAPPER.readTree(command("get", "submitted", "--tenant", "trail").out());
    assertThat(job.at("/result/verdict").textValue()).isEqualTo("SUCCEEDED");
    assertThat(job.at("/result/tier").textValue()).isEqualTo("container");
    Path trail = folder.resolve("trail.log");
    try (TestingProcess _ =
        TestingProcess.start(
            trail,
            "audit",
            "tail",
            "--from-start",
            "--job",
            "submitted",
            "--bootstrap-server",
            deployment.kafka().bootstrapServers())) {
      await().atMost(PATIENCE).until(() -> Files.readString(trail).contains("job.settled"));
    }
    assertThat(Files.readString(trail))
        .contains("job.submitted", "job.validated", "job.dispatched", "tier=container")
        .doesNotContain("default/");
  }

  @Test
  void a_job_is_cancelled_by_a_command() throws Exception {
    post(ENDLESS.formatted("cancelled"));

    assertThat(command("cancel", "cancelled", "--reason", "a test").out())
        .isEqualTo("asked to cancel default/cancelled\n");

    assertThat(settled("/v1/jobs/cancelled").path("verdict").textValue()).isEqualTo("CANCELLED");
  }

  @Test
  void an_unknown_job_is_not_found() {
    TestingTerminal terminal = new TestingTerminal();

    assertThat(run(terminal, "get", "nobody")).isEqualTo(1);
  }

  @Test
  void a_policy_that_is_applied_is_in_force() throws Exception {
    JsonNode policy = MAPPER.readTree(command("tenants", "get", "strict").out());
    ((ObjectNode) policy).put("tenant", "strict").put("maxAttempts", 1).remove("version");
    ((ArrayNode) policy.path("languages")).removeAll().add("bash");
    Path file = Files.writeString(folder.resolve("strict.yaml"), policy.toString());

    assertThat(command("tenants", "apply", file.toString()).out())
        .isEqualTo("strict: now version 1\n");
    assertThat(command("tenants", "apply", file.toString()).out())
        .isEqualTo("strict: unchanged, still version 1\n");
    assertThat(command("tenants", "list").out()).contains("strict").contains("default");

    post("{\"id\":\"denied\",\"tenant\":\"strict\",\"language\":\"javascript\",\"code\":\"1\"}");
    JsonNode job = settled("/v1/jobs/denied?tenant=strict");
    assertThat(job.path("verdict").textValue()).isEqualTo("POLICY_DENIED");
  }

  @Test
  void the_topics_of_a_new_broker_need_no_change() {
    TestingTerminal terminal = new TestingTerminal();

    assertThat(run(terminal, "topics", "plan", "--replicas", "1")).isNotEqualTo(3);
    assertThat(terminal.out()).contains("code.submissions").doesNotContain("+ ");
  }

  @Test
  void a_run_against_the_cluster_only_submits_and_reads() throws IOException {
    Path jobs =
        Files.writeString(
            folder.resolve("jobs.jsonl"),
            "{\"id\":\"ran\",\"language\":\"javascript\",\"code\":\"1 + 1\"}\n");
    Path out = folder.resolve("out.jsonl");
    TestingTerminal terminal = new TestingTerminal();

    int exit = run(terminal, "run", jobs.toString(), "--out", out.toString(), "--batch", "b1");

    assertThat(exit).as(terminal.err()).isZero();
    JsonNode result = MAPPER.readTree(Files.readString(out));
    assertThat(result.path("value").intValue()).isEqualTo(2);
    assertThat(result.at("/provenance/batch").textValue()).isEqualTo("b1");
  }

  private static TestingTerminal command(String... arguments) {
    TestingTerminal terminal = new TestingTerminal();
    assertThat(run(terminal, arguments)).as(terminal.err()).isZero();
    return terminal;
  }

  private static int run(TestingTerminal terminal, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--bootstrap-server");
    all.add(deployment.kafka().bootstrapServers());
    return terminal.run(INSTALLATION, all.toArray(String[]::new));
  }

  private static JsonNode settled(String path) throws Exception {
    await().atMost(PATIENCE).until(() -> get(path).body().contains("\"settled\""));
    return MAPPER.readTree(get(path).body());
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return send("POST", "/v1/jobs", body);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "");
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(gateway + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
