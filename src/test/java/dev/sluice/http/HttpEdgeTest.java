package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.job.ByteSize;
import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.json.SubmissionReader;
import dev.sluice.json.TestingResults;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpEdgeTest {
  private static final String GOOD = "{\"id\":\"j1\",\"language\":\"bash\",\"code\":\"true\"}";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TestingJobs jobs = new TestingJobs();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpEdge edge = edge(0);
  private int port;

  @BeforeEach
  void start() {
    port = edge.start();
  }

  @AfterEach
  void stop() {
    edge.close();
    client.close();
  }

  @Test
  void a_submission_is_taken_in_and_says_where_to_look() throws Exception {
    HttpResponse<String> response = post(GOOD);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("location")).contains("/v1/jobs/j1?tenant=default");
    assertThat(jobs.submitted)
        .singleElement()
        .satisfies(
            submission -> assertThat(submission.key()).isEqualTo(JobKey.of("default", "j1")));
  }

  @Test
  void the_location_of_a_job_leads_to_it_whatever_its_id() throws Exception {
    HttpResponse<String> response = post(GOOD.replace("j1", "run/1:a+b@c"));

    HttpResponse<String> shown = get(response.headers().firstValue("location").orElseThrow());

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(json(shown).path("id").textValue()).isEqualTo("run/1:a+b@c");
    assertThat(json(shown).path("phase").textValue()).isEqualTo("submitted");
  }

  @Test
  void bad_input_is_a_problem_that_names_the_field() throws Exception {
    HttpResponse<String> response =
        post("{\"language\":\"bash\",\"code\":\"1\",\"limits\":{\"x\":1}}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(json(response).path("field").textValue()).isEqualTo("limits.x");
    assertThat(json(response).path("detail").textValue()).isEqualTo("limits.x: unknown field");
    assertThat(jobs.submitted).isEmpty();
  }

  @Test
  void an_empty_body_is_a_problem() throws Exception {
    assertThat(post("").statusCode()).isEqualTo(400);
  }

  @Test
  void another_content_type_is_refused() throws Exception {
    HttpResponse<String> response =
        send(request("/v1/jobs").header("Content-Type", "text/plain"), "POST", GOOD);

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void a_body_over_the_limit_is_refused() throws Exception {
    HttpResponse<String> response = post(GOOD.replace("true", "x".repeat(20_000)));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(jobs.submitted).isEmpty();
  }

  @Test
  void the_header_says_for_which_tenant_the_request_speaks() throws Exception {
    HttpResponse<String> response =
        send(json("/v1/jobs").header("Sluice-Tenant", "acme"), "POST", GOOD);

    assertThat(response.headers().firstValue("location")).contains("/v1/jobs/j1?tenant=acme");
  }

  @Test
  void a_body_that_names_another_tenant_than_the_header_is_refused() throws Exception {
    String body = "{\"tenant\":\"other\",\"language\":\"bash\",\"code\":\"true\"}";

    HttpResponse<String> response =
        send(json("/v1/jobs").header("Sluice-Tenant", "acme"), "POST", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("field").textValue()).isEqualTo("tenant");
  }

  @Test
  void a_settled_job_shows_its_result() throws Exception {
    jobs.settle(JobKey.of("acme", "j1"));

    JsonNode job = json(get("/v1/jobs/j1?tenant=acme"));

    assertThat(job.path("phase").textValue()).isEqualTo("settled");
    assertThat(job.at("/result/stdout").textValue()).isEqualTo("out\n");
  }

  @Test
  void a_job_of_another_tenant_is_not_found() throws Exception {
    jobs.settle(JobKey.of("acme", "j1"));

    assertThat(get("/v1/jobs/j1").statusCode()).isEqualTo(404);
  }

  @Test
  void a_job_is_cancelled() throws Exception {
    post(GOOD);

    HttpResponse<String> response = send(request("/v1/jobs/j1"), "DELETE", "");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(jobs.cancelled).containsExactly(JobKey.of("default", "j1"));
  }

  @Test
  void an_unknown_job_cannot_be_cancelled() throws Exception {
    assertThat(send(request("/v1/jobs/nobody"), "DELETE", "").statusCode()).isEqualTo(404);
    assertThat(jobs.cancelled).isEmpty();
  }

  @Test
  void an_ill_formed_id_is_a_bad_request() throws Exception {
    assertThat(get("/v1/jobs/a%20b").statusCode()).isEqualTo(400);
  }

  @Test
  void a_submission_that_did_not_become_durable_is_not_acknowledged() throws Exception {
    jobs.broken = Optional.of(new IllegalStateException("secret detail"));

    HttpResponse<String> response = post(GOOD);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).doesNotContain("secret detail");
  }

  @Test
  void readiness_says_what_is_missing() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(200);

    jobs.unreadiness = Optional.of("no broker");

    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("no broker");
    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void requests_are_measured_by_route_and_not_by_path() throws Exception {
    get("/v1/jobs/some-id");

    String exposed = get("/metrics").body();

    assertThat(exposed).contains("sluice_http_requests_seconds_count").contains("status=\"404\"");
    assertThat(exposed).doesNotContain("some-id");
  }

  @Test
  void unknown_paths_and_methods_are_problems_too() throws Exception {
    assertThat(json(get("/v2/jobs")).path("status").intValue()).isEqualTo(404);
    assertThat(json(send(request("/v1/jobs/j1"), "PUT", "")).path("status").intValue())
        .isEqualTo(405);
  }

  @Test
  void a_taken_port_is_said_at_start() {
    assertThatThrownBy(() -> edge(port).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot listen on 127.0.0.1:" + port);
  }

  @Test
  void only_this_machine_can_reach_it_by_default() {
    assertThat(HttpSettings.DEFAULTS.host()).isEqualTo("127.0.0.1");
  }

  private HttpEdge edge(int requestedPort) {
    return new HttpEdge(
        new HttpSettings("127.0.0.1", requestedPort, new ByteSize(10_000), Duration.ofSeconds(10)),
        jobs,
        new SubmissionReader(() -> new JobId("generated")),
        metrics,
        () -> TestingResults.SUBMITTED_AT);
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(json("/v1/jobs"), "POST", body);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path), "GET", "");
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String method, String body)
      throws IOException, InterruptedException {
    return client.send(
        request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return MAPPER.readTree(response.body());
  }
}
