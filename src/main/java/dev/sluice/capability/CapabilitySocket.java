package dev.sluice.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.sandbox.Capabilities;
import dev.sluice.sandbox.CapabilityAnswer;
import dev.sluice.sandbox.CapabilityAnswer.Denied;
import dev.sluice.sandbox.CapabilityAnswer.Failed;
import dev.sluice.sandbox.CapabilityAnswer.Value;
import dev.sluice.sandbox.CapabilityCall;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One sandbox's line to what it may call: HTTP over a Unix socket.
 *
 * <pre>
 * GET  /                        200 ["weather"]: the names of what is granted
 * POST /weather/get             its body a JSON array, the arguments
 *                               200 the value, as JSON
 *                               403 {"rule": "path", "reason": "…"}: not allowed, nothing was done
 *                               502 {"reason": "…"}: allowed, and it failed
 * </pre>
 *
 * Whatever the sandbox sends is hostile: lines, headers, bodies, connections and idle time are
 * bounded. Any thread.
 */
public final class CapabilitySocket implements AutoCloseable {
  private static final long LARGEST_BODY = 16L << 20;
  private static final int MOST_CONNECTIONS = 32;
  private static final int IDLE_SECONDS = 120;
  private static final int BAD_REQUEST = 400;

  private final Path file;
  private final HttpServer server;
  private volatile Optional<Capabilities> capabilities = Optional.empty();

  private CapabilitySocket(Vertx vertx, Path file) {
    this.file = file;
    Router router = Router.router(vertx);
    router.get("/").handler(this::names);
    router
        .post("/:binding/:operation")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .blockingHandler(this::call, false);
    router.errorHandler(
        BAD_REQUEST, request -> answer(request, BAD_REQUEST, reason("this is not a call")));
    AtomicInteger connections = new AtomicInteger();
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxInitialLineLength(1024)
                    .setMaxHeaderSize(4096)
                    .setMaxFormAttributeSize(1024)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS)
                    .setIdleTimeout(IDLE_SECONDS))
            .connectionHandler(
                connection -> {
                  if (connections.incrementAndGet() > MOST_CONNECTIONS) {
                    connection.close();
                  }
                  connection.closeHandler(_ -> connections.decrementAndGet());
                })
            .requestHandler(router);
  }

  static CapabilitySocket open(Vertx vertx, Path file) {
    CapabilitySocket socket = new CapabilitySocket(vertx, file);
    try {
      socket.server.listen(SocketAddress.domainSocketAddress(file.toString())).await();
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw new UncheckedIOException("cannot open " + file, failed);
    }
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** What its sandbox may call from now on. Once. */
  public void serve(Capabilities granted) {
    capabilities = Optional.of(granted);
  }

  /** Breaks every connection off; the file is gone. */
  @Override
  public void close() {
    server.close().await();
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("a socket is left: " + file, failed);
    }
  }

  private void names(RoutingContext request) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    capabilities.ifPresent(granted -> granted.names().stream().sorted().forEach(names::add));
    answer(request, 200, names.toString());
  }

  private void call(RoutingContext request) {
    CapabilityCall call =
        new CapabilityCall(
            request.pathParam("binding"),
            request.pathParam("operation"),
            Optional.ofNullable(request.body().asString()).orElse(""));
    CapabilityAnswer answer =
        capabilities
            .map(granted -> granted.call(call))
            .orElseGet(() -> new Denied("grant", "no job runs here yet"));
    switch (answer) {
      case Value(String json) -> answer(request, 200, json);
      case Denied(String rule, String why) ->
          answer(request, 403, reason(why).put("rule", rule).toString());
      case Failed(String why) -> answer(request, 502, reason(why).toString());
    }
  }

  private static ObjectNode reason(String why) {
    return JsonNodeFactory.instance.objectNode().put("reason", why);
  }

  private static void answer(RoutingContext request, int status, ObjectNode json) {
    answer(request, status, json.toString());
  }

  private static void answer(RoutingContext request, int status, String json) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(json);
  }
}
