package dev.sluice.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import dev.sluice.json.Reading;
import dev.sluice.json.StatusJson;
import dev.sluice.json.SubmissionDefaults;
import dev.sluice.json.SubmissionReader;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes under {@code /v1/jobs}. */
final class JobRoutes {
  static final String TENANT_HEADER = "Sluice-Tenant";
  private static final String TENANT_PARAMETER = "tenant";
  private static final String JSON = "application/json";
  private static final Logger log = LoggerFactory.getLogger(JobRoutes.class);

  private final Jobs jobs;
  private final SubmissionReader reader;
  private final InstantSource clock;
  private final RecentJobs recent = new RecentJobs();

  JobRoutes(Jobs jobs, SubmissionReader reader, InstantSource clock) {
    this.jobs = jobs;
    this.reader = reader;
    this.clock = clock;
  }

  void addTo(Router router, HttpSettings settings) {
    router
        .post("/v1/jobs")
        .consumes(JSON)
        .handler(BodyHandler.create(false).setBodyLimit(settings.maxBody().bytes()))
        .handler(this::submit);
    router.get("/v1/jobs/:id").handler(this::show);
    router.delete("/v1/jobs/:id").handler(this::cancel);
  }

  private void submit(RoutingContext request) {
    Optional<TenantId> tenant = tenantOf(request);
    if (tenant.isEmpty()) {
      return;
    }
    byte[] body =
        Optional.ofNullable(request.body().buffer()).map(b -> b.getBytes()).orElse(new byte[0]);
    SubmissionDefaults defaults =
        new SubmissionDefaults(tenant.get(), Optional.empty(), clock.instant());
    switch (reader.read(body, defaults)) {
      case Reading.Faulty faulty -> Problem.of(faulty.mistake()).answer(request);
      case Reading.Clear clear when isSomeoneElse(request, clear.submission().key()) ->
          new Problem(
                  Status.BAD_REQUEST,
                  "not-a-submission",
                  "tenant: is \"%s\", but the request speaks for \"%s\""
                      .formatted(clear.submission().key().tenant(), tenant.get()),
                  Optional.of("tenant"))
              .answer(request);
      case Reading.Clear clear -> {
        JobKey key = clear.submission().key();
        Future.fromCompletionStage(jobs.submit(clear.submission()))
            .onSuccess(
                _ -> {
                  recent.add(key);
                  request.response().putHeader(HttpHeaders.LOCATION, location(key));
                  answer(request, Status.ACCEPTED, phase(key, "submitted"));
                })
            .onFailure(failure -> fail(request, "submission of " + key, failure));
      }
    }
  }

  private void show(RoutingContext request) {
    keyOf(request)
        .ifPresent(
            key ->
                Future.fromCompletionStage(jobs.find(key))
                    .onSuccess(view -> show(request, key, view))
                    .onFailure(failure -> fail(request, "look at " + key, failure)));
  }

  private void show(RoutingContext request, JobKey key, Optional<Jobs.View> view) {
    if (view.isPresent()) {
      answer(request, Status.OK, StatusJson.of(view.get().status(), view.get().result()));
    } else if (recent.contains(key)) {
      answer(request, Status.OK, phase(key, "submitted"));
    } else {
      unknown(key).answer(request);
    }
  }

  private void cancel(RoutingContext request) {
    keyOf(request)
        .ifPresent(
            key ->
                Future.fromCompletionStage(jobs.find(key))
                    .onSuccess(view -> cancel(request, key, view.isPresent()))
                    .onFailure(failure -> fail(request, "cancel " + key, failure)));
  }

  private void cancel(RoutingContext request, JobKey key, boolean known) {
    if (!known && !recent.contains(key)) {
      unknown(key).answer(request);
      return;
    }
    Future.fromCompletionStage(jobs.cancel(key, "asked for over HTTP"))
        .onSuccess(_ -> answer(request, Status.ACCEPTED, phase(key, "cancelling")))
        .onFailure(failure -> fail(request, "cancel " + key, failure));
  }

  /** The job that the request is about; empty when it was answered with a problem. */
  private Optional<JobKey> keyOf(RoutingContext request) {
    Optional<TenantId> tenant = tenantOf(request);
    if (tenant.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JobKey(tenant.get(), new JobId(request.pathParam("id"))));
    } catch (IllegalArgumentException illFormed) {
      badRequest(illFormed).answer(request);
      return Optional.empty();
    }
  }

  /** Whom the request speaks for; empty when it was answered with a problem. */
  private static Optional<TenantId> tenantOf(RoutingContext request) {
    try {
      return Optional.of(namedTenant(request).map(TenantId::new).orElse(TenantId.DEFAULT));
    } catch (IllegalArgumentException illFormed) {
      badRequest(illFormed).answer(request);
      return Optional.empty();
    }
  }

  private static Optional<String> namedTenant(RoutingContext request) {
    return Optional.ofNullable(request.request().getHeader(TENANT_HEADER))
        .or(() -> request.queryParam(TENANT_PARAMETER).stream().findFirst());
  }

  private static boolean isSomeoneElse(RoutingContext request, JobKey key) {
    return namedTenant(request).map(tenant -> !tenant.equals(key.tenant().value())).orElse(false);
  }

  private static Problem badRequest(IllegalArgumentException illFormed) {
    return Problem.of(Status.BAD_REQUEST, "bad-request", String.valueOf(illFormed.getMessage()));
  }

  private static Problem unknown(JobKey key) {
    return Problem.of(Status.NOT_FOUND, "unknown-job", "no job " + key + " is known");
  }

  private static void fail(RoutingContext request, String what, Throwable failure) {
    log.warn("{} failed: {}", what, failure.toString());
    Problem.unavailable(what + " failed; it may be tried again").answer(request);
  }

  private static String location(JobKey key) {
    return "/v1/jobs/%s?%s=%s"
        .formatted(encoded(key.job().value()), TENANT_PARAMETER, encoded(key.tenant().value()));
  }

  /** Percent-encoded for a path or a query alike; identifiers hold no blank. */
  private static String encoded(String identifier) {
    return URLEncoder.encode(identifier, StandardCharsets.UTF_8);
  }

  private static ObjectNode phase(JobKey key, String phase) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", key.job().value())
        .put("tenant", key.tenant().value())
        .put("phase", phase);
  }

  private static void answer(RoutingContext request, Status status, ObjectNode json) {
    request
        .response()
        .setStatusCode(status.code())
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .end(json.toString());
  }
}
