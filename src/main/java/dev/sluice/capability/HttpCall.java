package dev.sluice.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A program's call of an HTTP service: {@code [path, {query, headers, body}]}.
 *
 * @param path with its query
 * @param headers by their names in small letters
 */
record HttpCall(String path, Map<String, String> headers, String body) {
  private static final Set<String> OPTIONS = Set.of("query", "headers", "body");

  /**
   * @throws IllegalArgumentException that says what is wrong
   */
  static HttpCall read(ArrayNode arguments) {
    JsonNode path = arguments.path(0);
    if (!path.isTextual() || arguments.size() > 2) {
      throw new IllegalArgumentException("arguments must be a path and perhaps options");
    }
    JsonNode options = arguments.path(1);
    if (!options.isMissingNode() && !options.isObject()) {
      throw new IllegalArgumentException("options must be an object with query, headers, body");
    }
    options.properties().stream()
        .filter(option -> !OPTIONS.contains(option.getKey()))
        .findFirst()
        .ifPresent(
            option -> {
              throw new IllegalArgumentException("unknown option: " + option.getKey());
            });
    Map<String, String> headers = new TreeMap<>();
    options
        .path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    JsonNode body = options.path("body");
    if (body.isContainerNode()) {
      headers.putIfAbsent("content-type", "application/json");
    }
    return new HttpCall(
        path.asText() + query(path.asText(), options.path("query")), headers, text(body));
  }

  private static String query(String path, JsonNode query) {
    StringBuilder text = new StringBuilder();
    query
        .properties()
        .forEach(
            parameter ->
                text.append(text.isEmpty() && path.indexOf('?') < 0 ? '?' : '&')
                    .append(encoded(parameter.getKey()))
                    .append('=')
                    .append(encoded(parameter.getValue().asText())));
    return text.toString();
  }

  private static String text(JsonNode body) {
    if (body.isMissingNode() || body.isNull()) {
      return "";
    }
    return body.isTextual() ? body.asText() : body.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
