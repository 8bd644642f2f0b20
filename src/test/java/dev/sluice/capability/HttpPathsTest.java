package dev.sluice.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPathsTest {
  private final HttpPaths paths = new HttpPaths(List.of("/v1/*", "/files/**"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/today",
        "/v1/today?unit=c",
        "/v1/a%20b",
        "/v1/%C3%BC",
        "/v1/today/",
        "/files/a/b/c.txt",
        "/v1/..."
      })
  void what_a_glob_matches_may_be_called(String path) {
    assertThat(paths.read(path)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1/today",
        "/v2/today",
        "/v1",
        "/v1/a/b",
        "//v1/today",
        "/v1//today",
        "/files/../admin",
        "/files/./a",
        "/files/..",
        "/files/a/../../admin",
        "/files/%2e%2e/admin",
        "/files/%2E%2e/admin",
        "/files/..%2fadmin",
        "/files/..%5cadmin",
        "/files/%252e%252e/admin",
        "/files/..;/admin",
        "/files/..%3b/admin",
        "/files/a%00.txt",
        "/files/a%0d%0aHost:%20b",
        "/files/a\r\nHost: b",
        "/files/a b",
        "/files\\..\\admin",
        "/files/a#b",
        "/files/\u2025/admin",
        "http://127.0.0.1/v1/today",
        "//127.0.0.1/v1/today",
        "@127.0.0.1/v1/today",
        "/v1/today%3fadmin=1"
      })
  void anything_else_or_ambiguous_may_not(String path) {
    assertThat(paths.read(path)).isEmpty();
  }

  @Test
  void the_query_goes_along_and_is_not_shown() {
    assertThat(paths.read("/v1/today?token=1"))
        .contains(new HttpPaths.Allowed("/v1/today?token=1", "/v1/today"));
  }

  @Test
  void a_glob_that_is_not_from_the_root_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpPaths(List.of("v1/*")))
        .withMessage("paths must each begin with /: v1/*");
  }
}
