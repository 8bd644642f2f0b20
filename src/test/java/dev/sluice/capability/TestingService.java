package dev.sluice.capability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP service on the loopback that remembers what reached it. */
public final class TestingService implements AutoCloseable {
  private final HttpServer server;
  private final List<String> reached = new CopyOnWriteArrayList<>();

  /** Answers a request. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public TestingService(Answer answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            reached.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            answer.to(exchange);
          }
        });
    server.start();
  }

  /** One that says what it was asked: method, path, chosen headers and body, as text. */
  public static TestingService echo() throws IOException {
    return new TestingService(
        exchange ->
            say(
                exchange,
                200,
                "%s %s key=%s note=%s body=%s"
                    .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("X-Api-Key"),
                        exchange.getRequestHeaders().getFirst("X-Note"),
                        new String(
                            exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
  }

  public static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Method and target of every request that came, in order. */
  public List<String> reached() {
    return List.copyOf(reached);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
