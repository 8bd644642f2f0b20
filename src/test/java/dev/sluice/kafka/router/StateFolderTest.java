package dev.sluice.kafka.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @Test
  void a_temporary_folder_goes_with_everything_in_it() throws IOException {
    StateFolder folder = StateFolder.of(Optional.empty());
    Files.writeString(Files.createDirectory(folder.path().resolve("0_0")).resolve("store"), "x");

    folder.close();

    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void a_named_folder_stays(@TempDir Path named) {
    StateFolder folder = StateFolder.of(Optional.of(named));

    folder.close();

    assertThat(named).exists();
  }
}
