package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.UsageException;
import dev.sluice.container.ContainerSettings;
import dev.sluice.http.HttpSettings;
import dev.sluice.isolate.Confinement;
import dev.sluice.isolate.IsolateSettings;
import dev.sluice.kafka.broker.EmbeddedBrokerSettings;
import dev.sluice.kafka.router.RouterSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir private Path folder;

  @Test
  void what_is_left_out_is_the_default_of_each_part() throws IOException {
    Settings settings = read("{}");

    assertThat(settings.isolate()).isEqualTo(IsolateSettings.DEFAULTS);
    assertThat(settings.container()).isEqualTo(ContainerSettings.DEFAULTS);
    assertThat(settings.http()).isEqualTo(HttpSettings.DEFAULTS);
    assertThat(settings.router()).isEqualTo(RouterSettings.DEFAULTS);
    assertThat(settings.broker(Optional.empty(), Optional.empty()))
        .isEqualTo(EmbeddedBrokerSettings.DEFAULTS);
    assertThat(settings.cluster(Optional.empty())).isEmpty();
  }

  @Test
  void every_key_reaches_its_part() throws IOException {
    Settings settings =
        read(
            """
            kafka:
              bootstrap-server: kafka:9092
              properties:
                security.protocol: SSL
                ssl.truststore.location: /trust
            broker:
              folder: /data
              port: 9093
              partitions: 4
            router:
              state-folder: /state
            isolate:
              slots: 7
              confinement: none
              spares: 5
              warm: javascript
              optimise: javascript
            container:
              engine: unix:///engine.sock
              image: other:2
              runtime: runsc
              slots: 9
              cgroup-parent: sluice.slice
              warm: 6
              socket-folder: /sockets
            http:
              host: 127.0.0.2
              port: 8081
              max-body-bytes: 1000
              idle-millis: 2000
            """);

    assertThat(settings.cluster(Optional.empty()))
        .hasValueSatisfying(
            cluster -> {
              assertThat(cluster.bootstrapServers()).isEqualTo("kafka:9092");
              assertThat(cluster.properties())
                  .isEqualTo(
                      Map.of("security.protocol", "SSL", "ssl.truststore.location", "/trust"));
            });
    EmbeddedBrokerSettings broker = settings.broker(Optional.empty(), Optional.empty());
    assertThat(broker.folder()).contains(Path.of("/data"));
    assertThat(broker.port()).contains(9093);
    assertThat(broker.partitions()).isEqualTo(4);
    assertThat(settings.router().stateFolder()).contains(Path.of("/state"));
    IsolateSettings isolate = settings.isolate();
    assertThat(isolate.slots()).isEqualTo(7);
    assertThat(isolate.confinement()).isEqualTo(Confinement.NONE);
    assertThat(isolate.optimised()).containsExactly("javascript");
    assertThat(isolate.spares().count()).isEqualTo(5);
    assertThat(isolate.spares().always()).containsExactly("javascript");
    ContainerSettings container = settings.container();
    assertThat(container.engine()).isEqualTo("unix:///engine.sock");
    assertThat(container.image()).isEqualTo("other:2");
    assertThat(container.runtime()).isEqualTo("runsc");
    assertThat(container.slots()).isEqualTo(9);
    assertThat(container.cgroupParent()).contains("sluice.slice");
    assertThat(container.warm().count()).isEqualTo(6);
    assertThat(container.socketFolder()).isEqualTo(Path.of("/sockets"));
    HttpSettings http = settings.http();
    assertThat(http.host()).isEqualTo("127.0.0.2");
    assertThat(http.port()).isEqualTo(8081);
    assertThat(http.maxBody().bytes()).isEqualTo(1000);
    assertThat(http.idle()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void the_environment_comes_before_the_file() throws IOException {
    Settings settings = read("http:\n  port: 1\n", Map.of("SLUICE_HTTP_PORT", "2"));

    assertThat(settings.http().port()).isEqualTo(2);
  }

  @Test
  void the_command_line_comes_before_both() throws IOException {
    Settings settings = read("kafka:\n  bootstrap-server: file:1\n");

    assertThat(settings.cluster(Optional.of("line:2")).orElseThrow().bootstrapServers())
        .isEqualTo("line:2");
  }

  @Test
  void an_unknown_key_is_an_error_that_names_it() {
    assertThatThrownBy(() -> read("isolate:\n  slot: 3\n"))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("sluice.yaml: unknown key isolate.slot");
  }

  @Test
  void a_value_of_the_wrong_type_is_an_error_that_names_key_and_value() {
    assertThatThrownBy(() -> read("http:\n  port: high\n"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("http.port")
        .hasMessageContaining("\"high\"");
  }

  @Test
  void a_value_that_a_part_refuses_is_an_error() throws IOException {
    Settings settings = read("isolate:\n  slots: 0\n");

    assertThatThrownBy(settings::isolate)
        .isInstanceOf(UsageException.class)
        .hasMessage("isolate: slots must be at least 1: 0");
  }

  @Test
  void a_confinement_that_does_not_exist_is_never_taken_for_none() throws IOException {
    Settings settings = read("isolate:\n  confinement: off\n");

    assertThatThrownBy(settings::isolate).isInstanceOf(UsageException.class);
  }

  @Test
  void text_that_is_not_yaml_is_an_error() {
    assertThatThrownBy(() -> read("a: [\n")).isInstanceOf(UsageException.class);
  }

  @Test
  void a_file_that_is_named_must_be_there() {
    Path missing = folder.resolve("missing.yaml");

    assertThatThrownBy(() -> Settings.read(Optional.of(missing), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage("no such file: " + missing);
  }

  private Settings read(String yaml) throws IOException {
    return read(yaml, Map.of());
  }

  private Settings read(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("sluice.yaml"), yaml);
    return Settings.read(Optional.of(file), environment);
  }

  @Test
  void secrets_come_from_the_environment_and_are_no_settings() {
    Settings settings =
        Settings.read(Optional.empty(), Map.of("SLUICE_SECRET_WEATHER_KEY", "canary"));

    assertThat(settings.secrets().named("weather-key")).contains("canary");
  }
}
