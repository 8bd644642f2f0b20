package dev.sluice.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.json.Mistake;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Why a request was not done, as RFC 9457 has it.
 *
 * @param field the field of the body that is to blame
 */
record Problem(Status status, String kind, String detail, Optional<String> field) {

  static Problem of(Status status, String kind, String detail) {
    return new Problem(status, kind, detail, Optional.empty());
  }

  static Problem of(Mistake mistake) {
    return new Problem(
        Status.BAD_REQUEST,
        "not-a-submission",
        mistake.toString(),
        mistake.field().isEmpty() ? Optional.empty() : Optional.of(mistake.field()));
  }

  static Problem unavailable(String detail) {
    return of(Status.SERVICE_UNAVAILABLE, "unavailable", detail);
  }

  void answer(RoutingContext request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "urn:sluice:problem:" + kind);
    json.put("title", status.phrase());
    json.put("status", status.code());
    json.put("detail", detail);
    field.ifPresent(name -> json.put("field", name));
    request
        .response()
        .setStatusCode(status.code())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(json.toString());
  }
}
