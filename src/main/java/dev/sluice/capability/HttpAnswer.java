package dev.sluice.capability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a program sees of an HTTP service's answer: {@code {status, headers, body}}, or {@code
 * bodyBase64} where the body is not UTF-8. Secrets are taken out of all of it.
 */
final class HttpAnswer {
  /** They are between the service and us. */
  private static final Set<String> KEPT_BACK =
      Set.of(
          "set-cookie",
          "set-cookie2",
          "www-authenticate",
          "proxy-authenticate",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "content-length");

  private HttpAnswer() {}

  static String json(HttpResponse<byte[]> response, Redaction redaction) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("status", response.statusCode());
    ObjectNode headers = json.putObject("headers");
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!KEPT_BACK.contains(name)) {
                headers.put(name, redaction.redact(String.join(", ", values)));
              }
            });
    byte[] body = redaction.redact(response.body());
    try {
      json.put(
          "body", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException binary) {
      json.put("bodyBase64", body);
    }
    return json.toString();
  }
}
