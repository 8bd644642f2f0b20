package dev.sluice.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Assignment;
import dev.sluice.job.Binding;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Capabilities;
import dev.sluice.sandbox.CapabilityAnswer;
import dev.sluice.sandbox.CapabilityAnswer.Denied;
import dev.sluice.sandbox.CapabilityAnswer.Failed;
import dev.sluice.sandbox.CapabilityAnswer.Value;
import dev.sluice.sandbox.CapabilityCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of an HTTP service on the loopback, as a program makes them. */
@Timeout(60)
class BrokerTest {
  private static final String CANARY = "canary-9f27/+ 1";
  private static final Secrets SECRETS =
      new SecretStore(Optional.empty(), Map.of("SLUICE_SECRET_WEATHER_KEY", CANARY));

  private final TestingCallListener listener = new TestingCallListener();
  private final Broker broker = new Broker(SECRETS, listener);
  private TestingService service;

  @BeforeEach
  void open() throws IOException {
    service = TestingService.echo();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Nested
  class A_call_that_is_granted {
    @Test
    void reaches_the_service_with_the_secret_and_the_program_sees_the_answer_without_it() {
      CapabilityAnswer answer = call("get", "[\"/v1/today?unit=c\"]");

      assertThat(json(answer))
          .contains("\"status\":200")
          .contains("GET /v1/today?unit=c key=[redacted] note=null body=");
      assertThat(service.reached()).containsExactly("GET /v1/today?unit=c");
      assertThat(listener.told())
          .singleElement()
          .asString()
          .endsWith("#1 allowed weather: GET /v1/today: 200");
    }

    @Test
    void may_have_a_query_headers_and_a_body() {
      String options =
          """
          {"query": {"q": "a&b"}, "headers": {"X-Note": "hi"}, "body": {"n": 1}}""";

      assertThat(json(call("post", "[\"/v1/notes\", " + options + "]")))
          .contains("POST /v1/notes?q=a%26b key=[redacted] note=hi body={\\\"n\\\":1}");
    }

    @Test
    void does_not_follow_a_redirect() throws IOException {
      try (TestingService elsewhere = TestingService.echo();
          TestingService redirecting =
              new TestingService(
                  exchange -> {
                    exchange.getResponseHeaders().add("Location", elsewhere.url() + "/v1/stolen");
                    TestingService.say(exchange, 302, "");
                  })) {

        CapabilityAnswer answer = call(redirecting, "get", "[\"/v1/today\"]");

        assertThat(json(answer)).contains("\"status\":302");
        assertThat(elsewhere.reached()).isEmpty();
      }
    }

    @Test
    void has_its_secret_taken_out_of_headers_and_encodings() throws IOException {
      String encoded = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
      try (TestingService leaking =
          new TestingService(
              exchange -> {
                exchange.getResponseHeaders().add("X-Debug", "key was " + CANARY);
                exchange.getResponseHeaders().add("Set-Cookie", "session=1");
                TestingService.say(exchange, 200, "url canary-9f27%2F%2B+1, base64 " + encoded);
              })) {

        String answer = json(call(leaking, "get", "[\"/v1/today\"]"));

        assertThat(answer)
            .contains("key was [redacted]")
            .contains("url [redacted], base64 [redacted]")
            .doesNotContain("canary", "session");
      }
    }

    @Test
    void fails_readably_when_its_answer_is_too_long() throws IOException {
      try (TestingService verbose =
          new TestingService(exchange -> TestingService.say(exchange, 200, "x".repeat(70_000)))) {

        assertThat(call(verbose, "get", "[\"/v1/today\"]"))
            .isEqualTo(new Failed("its answer is longer than 65536 B"));
      }
    }

    @Test
    void fails_readably_when_its_answer_does_not_come_or_does_not_end() throws IOException {
      CountDownLatch end = new CountDownLatch(1);
      try (TestingService slow =
          new TestingService(
              exchange -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                await(end);
              })) {

        assertThat(call(slow, "get", "[\"/v1/today\"]"))
            .isEqualTo(new Failed("no whole answer within PT2S"));
        end.countDown();
      }
    }

    @Test
    void fails_readably_when_nobody_is_there_or_the_secret_is_missing() {
      service.close();

      assertThat(call("get", "[\"/v1/today\"]"))
          .isEqualTo(new Failed("it could not be reached, or broke off"));
      assertThat(
              new Broker(_ -> Optional.empty(), listener)
                  .open(job(service))
                  .call(new CapabilityCall("weather", "get", "[\"/v1/today\"]")))
          .isEqualTo(new Failed("the executor has no secret named weather-key"));
    }
  }

  @Nested
  class A_call_that_is_not_granted {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\u0000',
        textBlock =
            """
            get    | ["/admin"]                                         | path
            get    | ["/v1/../admin"]                                   | path
            delete | ["/v1/today"]                                      | method
            trace  | ["/v1/today"]                                      | method
            get    | ["/v1/today", {"headers": {"Host": "a"}}]          | header
            get    | ["/v1/today", {"headers": {"X-Api-Key": "mine"}}]  | header
            get    | ["/v1/today", {"headers": {"Cookie": "a"}}]        | header
            post   | ["/v1/notes", {"headers": {"x-note": "a\\r\\nb: c"}}] | arguments
            get    | []                                                 | arguments
            get    | [7]                                                | arguments
            get    | {"path": "/v1/today"}                              | arguments
            get    | ["/v1/today"] trailing                             | arguments
            get    | ["/v1/today", {"method": "PUT"}]                   | arguments
            g/t    | ["/v1/today"]                                      | operation
            """)
    void is_denied_by_a_rule_and_reaches_nobody(String operation, String arguments, String rule) {
      assertThat(call(operation, arguments))
          .isInstanceOfSatisfying(
              Denied.class, denied -> assertThat(denied.rule()).isEqualTo(rule));
      assertThat(service.reached()).isEmpty();
      assertThat(listener.told()).singleElement().asString().contains("denied weather by " + rule);
    }

    @Test
    void is_denied_whoever_elses_it_is() {
      Capabilities capabilities = broker.open(job(service));

      assertThat(capabilities.call(new CapabilityCall("orders", "get", "[\"/v1/today\"]")))
          .isEqualTo(new Denied("grant", "\"orders\" is not granted to this job"));
      assertThat(capabilities.names()).containsExactly("weather");
    }

    @Test
    void is_denied_after_the_jobs_end() {
      Capabilities capabilities = broker.open(job(service));
      capabilities.close();

      assertThat(capabilities.call(new CapabilityCall("weather", "get", "[\"/v1/today\"]")))
          .isEqualTo(new Denied("ended", "the job has ended"));
      assertThat(service.reached()).isEmpty();
    }

    @Test
    void is_denied_beyond_the_bindings_rate_whichever_job_of_the_tenant_calls() {
      broker.open(job(service)).call(new CapabilityCall("weather", "get", "[\"/v1/1\"]"));
      for (int calls = 2; calls <= 20; calls++) {
        broker.open(job(service)).call(new CapabilityCall("weather", "get", "[\"/v1/2\"]"));
      }

      assertThat(
              broker.open(job(service)).call(new CapabilityCall("weather", "get", "[\"/v1/3\"]")))
          .isEqualTo(new Denied("rate", "more than 20 calls a minute"));
    }

    @Test
    void is_denied_when_its_body_is_too_long() {
      assertThat(call("post", "[\"/v1/notes\", {\"body\": \"" + "x".repeat(1025) + "\"}]"))
          .isEqualTo(new Denied("request-size", "1025 bytes are more than 1024 B"));
    }

    @Test
    void is_not_told_a_thousand_times_over() {
      Capabilities capabilities = broker.open(job(service));

      for (int calls = 0; calls < Desk.MOST_CALLS + 50; calls++) {
        capabilities.call(new CapabilityCall("nothing", "get", "[]"));
      }

      assertThat(listener.told()).hasSize(Desk.MOST_CALLS + 1);
      assertThat(capabilities.call(new CapabilityCall("weather", "get", "[\"/v1/today\"]")))
          .isEqualTo(new Denied("calls", "more than 1000 calls of one job"));
    }
  }

  private CapabilityAnswer call(String operation, String arguments) {
    return call(service, operation, arguments);
  }

  private CapabilityAnswer call(TestingService called, String operation, String arguments) {
    return broker.open(job(called)).call(new CapabilityCall("weather", operation, arguments));
  }

  private static String json(CapabilityAnswer answer) {
    assertThat(answer).isInstanceOf(Value.class);
    return ((Value) answer).json();
  }

  private static Assignment job(TestingService service) {
    return Assignments.in(Tier.CONTAINER, Languages.PYTHON)
        .granted(weather(service))
        .running("print(1)");
  }

  private static Binding weather(TestingService service) {
    return new Binding(
        "weather",
        "http",
        """
        {"baseUrl": "%s", "methods": ["GET", "POST"], "paths": ["/v1/*"],
         "headers": {"X-Api-Key": "${secret:weather-key}"}, "guestHeaders": ["X-Note", "Content-Type"],
         "requestBytes": 1024, "responseBytes": 65536, "timeoutMillis": 2000, "callsPerMinute": 20}
        """
            .formatted(service.url()));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
