package dev.sluice.http;

import dev.sluice.json.SubmissionReader;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. {@link #start} and {@link #close} wait and are called from outside the event
 * loops, once each.
 */
public final class HttpEdge implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;
  private static final int STOPPING_SECONDS = 10;
  private static final Logger log = LoggerFactory.getLogger(HttpEdge.class);

  private final HttpSettings settings;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
  private final HttpServer server;

  public HttpEdge(
      HttpSettings settings,
      Jobs jobs,
      SubmissionReader reader,
      PrometheusMeterRegistry metrics,
      InstantSource clock) {
    this.settings = settings;
    Router router = Router.router(vertx);
    router.route().handler(request -> measure(request, metrics));
    new JobRoutes(jobs, reader, clock).addTo(router, settings);
    new ServiceRoutes(jobs, metrics).addTo(router);
    nameErrors(router);
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setIdleTimeoutUnit(TimeUnit.SECONDS)
                    .setIdleTimeout((int) settings.idle().toSeconds()))
            .requestHandler(router);
  }

  /**
   * Listens, and answers with the port.
   *
   * @throws IllegalStateException when the port cannot be had
   */
  public int start() {
    try {
      server.listen(settings.port(), settings.host()).await();
    } catch (Exception refused) { // await() throws what the future failed with, checked or not
      vertx.close().await();
      throw new IllegalStateException(
          "cannot listen on " + settings.host() + ":" + settings.port(), refused);
    }
    return server.actualPort();
  }

  @Override
  public void close() {
    try {
      server.shutdown(STOPPING_SECONDS, TimeUnit.SECONDS).await();
    } finally {
      vertx.close().await();
    }
  }

  private static void measure(RoutingContext request, PrometheusMeterRegistry metrics) {
    Timer.Sample sample = Timer.start(metrics);
    request.addEndHandler(
        _ ->
            sample.stop(
                Timer.builder("sluice.http.requests")
                    .description("Requests by route and status")
                    .tag("method", request.request().method().name())
                    .tag("route", routeOf(request))
                    .tag("status", Integer.toString(request.response().getStatusCode()))
                    .register(metrics)));
    request.next();
  }

  /** The route's pattern, never the path itself: a meter for each job would fill the memory. */
  private static String routeOf(RoutingContext request) {
    return Optional.ofNullable(request.currentRoute()).map(Route::getPath).orElse("none");
  }

  private static void nameErrors(Router router) {
    name(router, Status.NOT_FOUND, "no such path");
    name(router, Status.METHOD_NOT_ALLOWED, "the path does not take this method");
    name(router, Status.UNSUPPORTED_MEDIA_TYPE, "a submission is application/json");
    name(router, Status.CONTENT_TOO_LARGE, "the body is larger than allowed");
    name(router, Status.BAD_REQUEST, "the request cannot be read");
    router.errorHandler(
        Status.INTERNAL_SERVER_ERROR.code(),
        request -> {
          log.error("request failed", request.failure());
          Problem.of(Status.INTERNAL_SERVER_ERROR, "internal", "a bug in Sluice").answer(request);
        });
  }

  private static void name(Router router, Status status, String detail) {
    router.errorHandler(status.code(), Problem.of(status, status.kind(), detail)::answer);
  }
}
