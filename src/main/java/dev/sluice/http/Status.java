package dev.sluice.http;

/** The status codes that the edge answers with (RFC 9110). */
enum Status {
  OK(200, "OK"),
  ACCEPTED(202, "Accepted"),
  BAD_REQUEST(400, "Bad Request"),
  NOT_FOUND(404, "Not Found"),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
  CONTENT_TOO_LARGE(413, "Content Too Large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
  INTERNAL_SERVER_ERROR(500, "Internal Server Error"),
  SERVICE_UNAVAILABLE(503, "Service Unavailable");

  private final int code;
  private final String phrase;

  Status(int code, String phrase) {
    this.code = code;
    this.phrase = phrase;
  }

  int code() {
    return code;
  }

  String phrase() {
    return phrase;
  }

  /** The phrase as the last part of a problem's type. */
  String kind() {
    return phrase.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }
}
