package dev.sluice.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SLUICE_SECRET_WEATHER_KEY", "from-environment", "HOME", "/root");

  @TempDir Path folder;

  @Test
  void a_file_comes_before_the_environment_and_its_last_line_break_is_not_part_of_it()
      throws IOException {
    Files.writeString(folder.resolve("weather-key"), "from-file\n");
    Secrets secrets = new SecretStore(Optional.of(folder), ENVIRONMENT);

    assertThat(secrets.named("weather-key")).contains("from-file");
  }

  @Test
  void without_a_file_the_environment_has_it_under_a_name_of_its_own() {
    Secrets secrets = new SecretStore(Optional.of(folder), ENVIRONMENT);

    assertThat(secrets.named("weather-key")).contains("from-environment");
    assertThat(secrets.named("home")).isEmpty();
  }

  @Test
  void a_name_cannot_lead_out_of_the_folder() throws IOException {
    Files.writeString(folder.resolveSibling("outside"), "no");
    Secrets secrets = new SecretStore(Optional.of(folder), Map.of());

    assertThat(secrets.named("../outside")).isEmpty();
  }

  @Test
  void a_text_reveals_its_secrets_and_shows_only_their_names() {
    SecretText text = new SecretText("Basic ${secret:weather-key}!");

    assertThat(text.reveal(new SecretStore(Optional.empty(), ENVIRONMENT)))
        .isEqualTo("Basic from-environment!");
    assertThat(text.names()).containsExactly("weather-key");
    assertThat(text.toString()).doesNotContain("from-environment");
  }

  @Test
  void a_secret_that_is_not_there_is_named() {
    assertThatThrownBy(() -> new SecretText("${secret:nothing}").reveal(_ -> Optional.empty()))
        .hasMessage("the executor has no secret named nothing");
  }

  @Test
  void a_place_that_is_not_a_secrets_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretText("${HOME}"))
        .withMessageContaining("${HOME}");
  }
}
