package dev.sluice.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  private static final KafkaSettings SECURED =
      new KafkaSettings(
          "broker:9093", Map.of("sasl.jaas.config", "password=\"hidden\"", "acks", "1"));

  @Test
  void every_property_reaches_every_client_and_wins_over_our_choices() {
    assertThat(SECURED.clientProperties(Map.of("acks", "all", "linger.ms", 5)))
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "broker:9093",
                "sasl.jaas.config", "password=\"hidden\"",
                "acks", "1",
                "linger.ms", 5));
  }

  @Test
  void secrets_never_show() {
    assertThat(SECURED.toString()).isEqualTo("KafkaSettings[broker:9093, 2 properties]");
  }

  @Test
  void the_cluster_is_named_in_one_place_only() {
    assertThatThrownBy(() -> new KafkaSettings("a:1", Map.of("bootstrap.servers", "b:2")))
        .hasMessage("properties must not hold bootstrap.servers: it has a setting of its own");
    assertThatThrownBy(() -> KafkaSettings.plain(" "))
        .hasMessage("bootstrapServers must not be blank");
  }
}
