package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
  private final AtomicInteger makings = new AtomicInteger();

  @TempDir Path home;

  @Test
  void a_folder_is_made_once() throws IOException {
    Path first = kept().folder("python-25", this::unpack);
    Path second = kept().folder("python-25", this::unpack);

    assertThat(second).isEqualTo(first).isDirectoryContaining("glob:**/os.py");
    assertThat(makings).hasValue(1);
  }

  @Test
  void what_failed_half_way_is_not_kept() throws IOException {
    assertThatThrownBy(
            () ->
                kept()
                    .folder(
                        "python-25",
                        folder -> {
                          unpack(folder);
                          throw new IOException("no space left");
                        }))
        .hasMessage("no space left");

    assertThat(children()).isZero();
  }

  @Test
  void who_comes_second_takes_what_the_first_made() throws IOException {
    Path folder =
        kept()
            .folder(
                "python-25",
                mine -> {
                  kept().folder("python-25", this::unpack);
                  unpack(mine);
                });

    assertThat(folder).isDirectoryContaining("glob:**/os.py");
    assertThat(children()).isEqualTo(1);
  }

  @Test
  void a_folder_that_others_can_write_is_refused() throws IOException {
    Path folder = kept().folder("python-25", this::unpack);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> kept().folder("python-25", this::unpack))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("rwxrwxrwx");
  }

  @Test
  void what_nobody_has_used_for_long_is_removed() throws IOException {
    Path used = kept().folder("used", this::unpack);
    Path unused = kept().folder("unused", this::unpack);
    Files.setLastModifiedTime(unused, FileTime.from(Instant.now().minus(Duration.ofDays(3))));

    kept().removeUnused(Duration.ofDays(2));

    assertThat(used).exists();
    assertThat(unused).doesNotExist();
  }

  private KeptFiles kept() {
    return new KeptFiles(home.resolve("sluice"));
  }

  private void unpack(Path folder) throws IOException {
    makings.incrementAndGet();
    Files.writeString(folder.resolve("os.py"), "pass");
  }

  private long children() throws IOException {
    try (Stream<Path> children = Files.list(home.resolve("sluice"))) {
      return children.count();
    }
  }
}
