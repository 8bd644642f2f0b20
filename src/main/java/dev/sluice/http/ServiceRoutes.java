package dev.sluice.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Health and metrics. */
final class ServiceRoutes {
  private static final String METRICS_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Jobs jobs;
  private final PrometheusMeterRegistry metrics;

  ServiceRoutes(Jobs jobs, PrometheusMeterRegistry metrics) {
    this.jobs = jobs;
    this.metrics = metrics;
  }

  void addTo(Router router) {
    router.get("/livez").handler(request -> request.response().end("live\n"));
    router.get("/readyz").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void ready(RoutingContext request) {
    Optional<String> unreadiness = jobs.unreadiness();
    if (unreadiness.isPresent()) {
      Problem.unavailable(unreadiness.get()).answer(request);
    } else {
      request.response().end("ready\n");
    }
  }

  /** Reading every meter takes its time, so not on the event loop. */
  private void metrics(RoutingContext request) {
    request
        .vertx()
        .executeBlocking(() -> metrics.scrape(METRICS_FORMAT), false)
        .onSuccess(
            text ->
                request.response().putHeader(HttpHeaders.CONTENT_TYPE, METRICS_FORMAT).end(text))
        .onFailure(request::fail);
  }
}
