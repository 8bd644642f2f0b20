package dev.sluice.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.sandbox.CapabilityAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls an HTTP service within its terms. Redirects are answers, never followed: where they lead
 * was granted to nobody. There is no cookie jar and no proxy of the environment's.
 */
final class HttpConnector implements Connector {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final HttpTerms terms;
  private final Secrets secrets;
  private final Rate rate;

  HttpConnector(HttpTerms terms, Secrets secrets) {
    this.terms = terms;
    this.secrets = secrets;
    this.rate = Rate.perMinute(terms.callsPerMinute());
  }

  @Override
  public Reply call(String operation, ArrayNode arguments) throws InterruptedException {
    String method = operation.toUpperCase(Locale.ROOT);
    if (!terms.methods().contains(method)) {
      return Reply.denied("method", method + " is not of " + sorted(terms.methods().stream()));
    }
    HttpCall call;
    try {
      call = HttpCall.read(arguments);
    } catch (IllegalArgumentException malformed) {
      return Reply.denied("arguments", String.valueOf(malformed.getMessage()));
    }
    var path = terms.paths().read(call.path());
    if (path.isEmpty()) {
      return Reply.denied("path", "this path is not granted: \"%s\"".formatted(call.path()));
    }
    for (String name : call.headers().keySet()) {
      if (!terms.guestHeaders().contains(name)) {
        return Reply.denied(
            "header", "%s is not of %s".formatted(name, sorted(terms.guestHeaders().stream())));
      }
    }
    int size = call.body().getBytes(StandardCharsets.UTF_8).length;
    if (size > terms.request().bytes()) {
      return Reply.denied(
          "request-size", "%d bytes are more than %s".formatted(size, terms.request()));
    }
    Optional<Reply> refusal = rate.refusal();
    return refusal.isPresent() ? refusal.get() : send(method, path.get(), call);
  }

  private Reply send(String method, HttpPaths.Allowed path, HttpCall call)
      throws InterruptedException {
    String shown = method + " " + path.shown();
    Map<String, String> ours;
    HttpRequest request;
    try {
      ours =
          terms.headers().entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, header -> header.getValue().reveal(secrets)));
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(URI.create(terms.base() + path.raw()))
              .method(method, HttpRequest.BodyPublishers.ofString(call.body()));
      call.headers().forEach(builder::setHeader);
      ours.forEach(builder::setHeader);
      request = builder.build();
    } catch (MissingSecretException missing) {
      return Reply.failed(String.valueOf(missing.getMessage()), shown);
    } catch (IllegalArgumentException malformed) {
      return Reply.denied("arguments", "a header is not one");
    }
    Redaction redaction = redaction(ours);
    CompletableFuture<HttpResponse<byte[]>> exchange =
        CLIENT.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), terms.response().bytes()));
    try {
      HttpResponse<byte[]> response =
          exchange.get(terms.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(
          new CapabilityAnswer.Value(HttpAnswer.json(response, redaction)),
          shown + ": " + response.statusCode());
    } catch (TimeoutException slow) {
      return Reply.failed("no whole answer within " + terms.timeout(), shown + ": timeout");
    } catch (ExecutionException broken) {
      return Reply.failed(reason(broken), shown + ": failed");
    } finally {
      exchange.cancel(true);
    }
  }

  /** Without the exception's own words, which may name what only we know. */
  private String reason(ExecutionException broken) {
    return broken.getCause() instanceof IOException limit
            && String.valueOf(limit.getMessage()).contains("exceeds")
        ? "its answer is longer than " + terms.response()
        : "it could not be reached, or broke off";
  }

  private Redaction redaction(Map<String, String> headers) {
    Stream<String> values =
        terms.headers().values().stream()
            .flatMap(text -> text.names().stream())
            .flatMap(name -> secrets.named(name).stream());
    Stream<String> whole =
        headers.entrySet().stream()
            .filter(header -> !secretsOf(header.getKey()).isEmpty())
            .map(Map.Entry::getValue);
    return new Redaction(Stream.concat(values, whole).toList());
  }

  private List<String> secretsOf(String header) {
    SecretText text = terms.headers().get(header);
    return text == null ? List.of() : List.copyOf(text.names());
  }

  private static String sorted(Stream<String> words) {
    return String.join(", ", words.sorted().toList());
  }
}
