package dev.sluice.kafka.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.job.Binding;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Limits;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.validate.Screening;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final String GOOD =
      """
      tenant: acme
      quotas: {runningIsolate: 2, runningContainer: 1, held: 10}
      defaults:
        wallMillis: 1000
        cpuMillis: 900
        memoryBytes: 64000000
        outputBytes: 1000
        processes: 8
        diskBytes: 5000
      ceilings:
        wallMillis: 2000
        cpuMillis: 1800
        memoryBytes: 128000000
        outputBytes: 2000
        processes: 16
        diskBytes: 10000
      languages: [python]
      tiers: [container]
      capabilities: {weather: {http: {baseUrl: 'http://127.0.0.1:1', methods: [GET], paths: [/v1/*]}}}
      blockingFindings: [private-key]
      isolate: {reuse: never}
      maxAttempts: 2
      """;

  @Test
  void every_field_reaches_the_policy() {
    assertThat(PolicyFile.read("acme.yaml", GOOD))
        .isEqualTo(
            new TenantPolicy(
                new TenantId("acme"),
                0,
                new Quotas(2, 1, 10),
                new Limits(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(900),
                    new ByteSize(64_000_000),
                    new ByteSize(1_000),
                    8,
                    new ByteSize(5_000)),
                new Limits(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(1_800),
                    new ByteSize(128_000_000),
                    new ByteSize(2_000),
                    16,
                    new ByteSize(10_000)),
                Set.of("python"),
                Set.of(Tier.CONTAINER),
                Set.of(
                    new Binding(
                        "weather",
                        "http",
                        """
                        {"baseUrl":"http://127.0.0.1:1","methods":["GET"],"paths":["/v1/*"]}"""
                            .strip())),
                Set.of("private-key"),
                WorkerReuse.NEVER,
                2));
  }

  @Test
  void a_reuse_that_is_not_known_is_named() {
    assertThatThrownBy(
            () -> PolicyFile.read("acme.yaml", GOOD.replace("reuse: never", "reuse: often")))
        .hasMessageContaining("isolate.reuse")
        .hasMessageContaining("tenant or never")
        .hasMessageContaining("often");
  }

  @Test
  void the_shipped_policy_is_the_default_tenants_and_lets_both_tiers_run() {
    TenantPolicy shipped = PolicyFile.shippedDefault();

    assertThat(shipped.tenant()).isEqualTo(TenantId.DEFAULT);
    assertThat(shipped.tiers()).containsExactlyInAnyOrder(Tier.ISOLATE, Tier.CONTAINER);
    assertThat(shipped.languages()).containsExactlyInAnyOrder("javascript", "python", "bash");
    assertThat(shipped.capabilities()).isEmpty();
    assertThat(Screening.ALL).extracting(Screening::name).containsAll(shipped.blockingFindings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          held: 10          | held: -1         | acme.yaml: quotas.held must be a whole number of at least 0: -1
          held: 10          | hold: 10         | acme.yaml: quotas.held is missing
          wallMillis: 1000  | wallMillis: 1s   | acme.yaml: defaults.wallMillis must be a whole number of at least 1: "1s"
          wallMillis: 1000  | wallMillis: 0    | acme.yaml: defaults.wallMillis must be a whole number of at least 1: 0
          wallMillis: 1000  | wallMillis: 3000 | acme.yaml: defaults.wall must not be above ceilings.wall
          processes: 16     | processes: 9999999999 | acme.yaml: ceilings.processes must be at most 2147483647: 9999999999
          [python]          | [cobol]          | acme.yaml: languages must be of [bash, javascript, python, typescript]: "cobol"
          [container]       | [vm]             | acme.yaml: tiers must be of [container, isolate]: "vm"
          {weather: {http   | {weather: {smtp  | acme.yaml: capabilities.weather: its kind must be of [http, kv, sql]: "smtp"
          weather           | Weather          | acme.yaml: capabilities.Weather: a capability's name must be a small letter, then letters, digits and _, at most 63: "Weather"
          methods: [GET]    | methods: [LOOK]  | acme.yaml: capabilities.weather: methods must be of [DELETE, GET, HEAD, PATCH, POST, PUT]: [LOOK]
          methods:          | method:          | acme.yaml: capabilities.weather: method is not known; known are [baseUrl, callsPerMinute, guestHeaders, headers, methods, paths, requestBytes, responseBytes, timeoutMillis]: ["GET"]
          http://127.0.0.1:1 | ftp://127.0.0.1 | acme.yaml: capabilities.weather: baseUrl must be http or https with a host, and no user, query or fragment: ftp://127.0.0.1
          maxAttempts: 2    | maxAttempts: 0   | acme.yaml: maxAttempts must be a whole number of at least 1: 0
          maxAttempts: 2    | maxAttempts: 1.5 | acme.yaml: maxAttempts must be a whole number of at least 1: 1.5
          tenant: acme      | tenant: a/b      | acme.yaml: tenant must not contain a slash: "a/b"
          tenant: acme      | tenant: 7        | acme.yaml: tenant must be a text: 7
          """)
  void what_is_wrong_is_named_with_file_field_and_value(String from, String to, String message) {
    assertThatThrownBy(() -> PolicyFile.read("acme.yaml", GOOD.replace(from, to)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void a_field_that_nobody_knows_is_an_error() {
    assertThatThrownBy(() -> PolicyFile.read("acme.yaml", GOOD + "version: 4\n"))
        .hasMessage("acme.yaml: version is not known: 4");
  }

  @Test
  void what_is_not_a_mapping_is_an_error() {
    assertThatThrownBy(() -> PolicyFile.read("acme.yaml", "- a"))
        .hasMessageStartingWith("acme.yaml: the file must be a mapping");
    assertThatThrownBy(() -> PolicyFile.read("acme.yaml", "a: [b"))
        .hasMessageStartingWith("acme.yaml: is not YAML");
  }
}
