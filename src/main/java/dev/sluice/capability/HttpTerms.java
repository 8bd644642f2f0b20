package dev.sluice.capability;

import dev.sluice.job.Binding;
import dev.sluice.job.ByteSize;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be asked of an HTTP service.
 *
 * @param base http or https, with or without a path, to which a call's path is added
 * @param methods such as {@code GET}
 * @param headers that are added to each call, by their names in small letters
 * @param guestHeaders names of headers, in small letters, that the program may set itself
 * @param request of a call's body, at most
 * @param response of an answer's body, at most
 * @param timeout from the call to the answer's last byte, at most
 * @param callsPerMinute of all jobs of the tenant in one executor, at most; all at once if need be
 */
record HttpTerms(
    URI base,
    Set<String> methods,
    HttpPaths paths,
    Map<String, SecretText> headers,
    Set<String> guestHeaders,
    ByteSize request,
    ByteSize response,
    Duration timeout,
    int callsPerMinute) {
  private static final Set<String> FIELDS =
      Set.of(
          "baseUrl",
          "methods",
          "paths",
          "headers",
          "guestHeaders",
          "requestBytes",
          "responseBytes",
          "timeoutMillis",
          "callsPerMinute");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  /** They say where a call goes, how long it is or who asks: not for a program to set. */
  private static final Set<String> NEVER_THE_GUESTS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "authorization",
          "cookie",
          "proxy-authorization",
          "proxy-connection",
          "forwarded");

  private static final Set<String> USUAL_GUEST_HEADERS = Set.of("accept", "content-type");
  private static final int MEBIBYTE = 1 << 20;
  private static final int LARGEST_BODY = 8 * MEBIBYTE;
  private static final int LONGEST_MILLIS = 60_000;
  private static final int MOST_CALLS = 1_000_000;

  static HttpTerms of(Binding binding) {
    Terms terms = Terms.of(binding, FIELDS);
    Map<String, SecretText> headers = headers(terms);
    return new HttpTerms(
        base(terms.text("baseUrl")),
        methods(terms),
        new HttpPaths(terms.texts("paths")),
        headers,
        guestHeaders(terms, headers.keySet()),
        new ByteSize(terms.count("requestBytes", MEBIBYTE, LARGEST_BODY)),
        new ByteSize(terms.count("responseBytes", MEBIBYTE, LARGEST_BODY)),
        Duration.ofMillis(terms.count("timeoutMillis", 10_000, LONGEST_MILLIS)),
        terms.count("callsPerMinute", 600, MOST_CALLS));
  }

  private static URI base(String text) {
    try {
      URI base = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean plain =
          ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
              && base.getHost() != null
              && base.getRawUserInfo() == null
              && base.getRawQuery() == null
              && base.getRawFragment() == null;
      if (plain) {
        return base;
      }
    } catch (URISyntaxException notOne) {
      throw new IllegalArgumentException("baseUrl is not a URL: " + notOne.getMessage(), notOne);
    }
    throw Terms.wrong(
        "baseUrl", "must be http or https with a host, and no user, query or fragment", text);
  }

  private static Set<String> methods(Terms terms) {
    List<String> methods = terms.texts("methods");
    if (!METHODS.containsAll(methods)) {
      throw Terms.wrong("methods", "must be of " + METHODS.stream().sorted().toList(), methods);
    }
    return Set.copyOf(methods);
  }

  private static Map<String, SecretText> headers(Terms terms) {
    return terms.optionalMapping("headers").entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> new SecretText(header.getValue())));
  }

  private static Set<String> guestHeaders(Terms terms, Set<String> ours) {
    Set<String> named =
        terms.optionalTexts("guestHeaders").stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    named.stream()
        .filter(name -> NEVER_THE_GUESTS.contains(name) || ours.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Terms.wrong("guestHeaders", "must not have one that is not the guest's", name);
            });
    return named.isEmpty()
        ? USUAL_GUEST_HEADERS.stream()
            .filter(name -> !ours.contains(name))
            .collect(Collectors.toUnmodifiableSet())
        : named;
  }
}
