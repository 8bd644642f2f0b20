package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.capability.Broker;
import dev.sluice.capability.Secrets;
import dev.sluice.capability.TestingCallListener;
import dev.sluice.capability.TestingService;
import dev.sluice.job.Binding;
import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.Surroundings;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs in containers call what they were granted, by the socket, and nothing else. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CapabilitiesIT {
  private static final Secrets SECRETS =
      name -> Optional.ofNullable(Map.of("weather-key", "canary-51c0").get(name));

  private final TestingCallListener calls = new TestingCallListener();
  private final TestingSandboxListener sandboxes = new TestingSandboxListener();
  @TempDir Path sockets;
  private TestingService service;
  private ContainerPool pool;

  @BeforeEach
  void open() throws IOException {
    service = TestingService.echo();
    pool =
        TestingEngine.pool(
            TestingEngine.EXECUTOR,
            ContainerSettings.DEFAULTS.withSocketFolder(sockets),
            new Surroundings(sandboxes, new Broker(SECRETS, calls), InstantSource.system()));
  }

  @AfterEach
  void close() throws IOException {
    pool.close();
    service.close();
    try (Stream<Path> left = Files.walk(sockets)) {
      assertThat(left).containsExactly(sockets);
    }
  }

  @Test
  void a_python_program_calls_what_it_was_granted_and_never_holds_the_secret() {
    AttemptOutcome outcome =
        run(
            Languages.PYTHON,
            """
            import sluice
            from sluice import weather
            print(sluice.names())
            print(weather.get("/v1/today", {"query": {"unit": "c"}})["body"])
            try:
                weather.get("/admin")
            except sluice.Denied as denied:
                print(denied.rule)
            """);

    assertThat(outcome.output().stdout().content().text())
        .isEqualTo(
            """
            ['weather']
            GET /v1/today?unit=c key=[redacted] note=null body=
            path
            """);
    assertThat(service.reached()).containsExactly("GET /v1/today?unit=c");
    assertThat(calls.told()).hasSize(2);
  }

  @Test
  void a_node_program_calls_what_it_was_granted() {
    AttemptOutcome outcome =
        run(
            Languages.JAVASCRIPT,
            """
            const sluice = require('sluice');
            (async () => {
              console.log(await sluice.names());
              console.log((await sluice.weather.post('/v1/notes', { body: { n: 1 } })).body);
              await sluice.orders.get('/v1/today').catch((error) => console.log(error.name, error.rule));
            })();
            """);

    assertThat(outcome.output().stdout().content().text())
        .isEqualTo(
            """
            [ 'weather' ]
            POST /v1/notes key=[redacted] note=null body={"n":1}
            Denied grant
            """);
  }

  @Test
  void a_program_without_grants_has_no_socket() {
    AttemptOutcome outcome =
        pool.run(
            Assignments.in(Tier.CONTAINER, Languages.PYTHON)
                .running(
                    """
                    import os, sluice
                    print(os.path.exists("/run/sluice"))
                    try:
                        sluice.weather.get("/v1/today")
                    except sluice.Denied as denied:
                        print(denied.rule)
                    """),
            new Cancellation());

    assertThat(outcome.output().stdout().content().text()).isEqualTo("False\ngrant\n");
    assertThat(service.reached()).isEmpty();
  }

  @Test
  void what_is_not_http_or_too_much_of_it_is_cut_off_and_the_next_call_works() {
    AttemptOutcome outcome =
        run(
            Languages.PYTHON,
            """
            import socket, sluice
            def send(bytes):
                line = socket.socket(socket.AF_UNIX)
                line.connect("/run/sluice/capabilities.sock")
                try:
                    line.sendall(bytes)
                    line.settimeout(5)
                    return line.recv(12).decode()
                except (BrokenPipeError, ConnectionResetError):
                    return "cut off"
                except TimeoutError:
                    return "silence"
                finally:
                    line.close()
            print(send(b"\\x00\\x01\\x02\\r\\n\\r\\n")[:8])
            print(send(b"GET /" + b"a" * 100000 + b" HTTP/1.1\\r\\n\\r\\n")[:8])
            print(send(b"POST /weather/get HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 99999999999\\r\\n\\r\\n")[9:])
            print(send(b"GET http://127.0.0.1/latest/meta-data HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n")[9:])
            lines = [socket.socket(socket.AF_UNIX) for _ in range(100)]
            for line in lines:
                line.connect("/run/sluice/capabilities.sock")
            for line in lines:
                line.close()
            print(sluice.weather.get("/v1/today")["status"])
            """);

    assertThat(outcome.output().stderr().content().text()).isEmpty();
    assertThat(outcome.output().stdout().content().text())
        .isEqualTo(
            """
            silence
            HTTP/1.0
            413
            405
            200
            """);
    assertThat(service.reached()).containsExactly("GET /v1/today");
  }

  @Test
  void containers_that_were_started_ahead_serve_grants_as_well() {
    run(Languages.PYTHON, "print(1)");
    await().until(() -> pool.startedAhead() == 2);

    AttemptOutcome outcome =
        run(Languages.PYTHON, "import sluice; print(sluice.weather.get('/v1/today')['status'])");

    assertThat(outcome.output().stdout().content().text()).isEqualTo("200\n");
  }

  private AttemptOutcome run(Language language, String code) {
    Binding weather =
        new Binding(
            "weather",
            "http",
            """
            {"baseUrl": "%s", "methods": ["GET", "POST"], "paths": ["/v1/*"],
             "headers": {"X-Api-Key": "${secret:weather-key}"}}
            """
                .formatted(service.url()));
    return pool.run(
        Assignments.in(Tier.CONTAINER, language).granted(weather).running(code),
        new Cancellation());
  }
}
