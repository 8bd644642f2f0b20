package dev.sluice.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of {@code hostile/isolate}, a folder a language, named as the language is. */
final class HostilePrograms {
  private static final Path ROOT = Path.of("src/test/resources/hostile/isolate");

  private HostilePrograms() {}

  static List<HostileProgram> all() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(Files::isRegularFile).sorted().map(HostileProgram::new).toList();
    }
  }

  /** One of them. */
  record HostileProgram(Path file) {
    private static final String EXPECT = " expect: ";

    String language() {
      return ROOT.relativize(file).getName(0).toString();
    }

    String name() {
      return file.getFileName().toString();
    }

    /** Its text, aimed at this port. */
    String text(int port) throws IOException {
      return Files.readString(file).replace("{{port}}", Integer.toString(port));
    }

    /** How it has to end, as the comment of its first line says. */
    String expectation() throws IOException {
      try (Stream<String> lines = Files.lines(file)) {
        String first = lines.findFirst().orElse("");
        int at = first.indexOf(EXPECT);
        if (at < 0) {
          throw new IllegalStateException(this + " does not say in its first line how it ends");
        }
        return first.substring(at + EXPECT.length());
      }
    }

    @Override
    public String toString() {
      return language() + "/" + name();
    }
  }
}
