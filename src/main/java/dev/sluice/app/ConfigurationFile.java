package dev.sluice.app;

import dev.sluice.cli.UsageException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads the configuration. A key that nobody knows is an error: it is a typing mistake more often
 * than not.
 */
final class ConfigurationFile {
  private static final Path USUAL = Path.of("sluice.yaml");
  private static final int ABOVE_FILE = 300;

  private static final Pattern UNKNOWN = Pattern.compile("(\\S+) in .* does not map to any root");

  private ConfigurationFile() {}

  /** The named file, else the usual one if it is there, else defaults. */
  static Configuration read(Optional<Path> named, Map<String, String> environment) {
    if (named.isPresent() && !Files.isRegularFile(named.get())) {
      throw new UsageException("no such file: " + named.get());
    }
    Optional<Path> file = named.or(() -> Optional.of(USUAL).filter(Files::isRegularFile));
    try {
      return new SmallRyeConfigBuilder()
          .withSources(
              new EnvConfigSource(environment, ABOVE_FILE),
              new PropertiesConfigSource(properties(file), "file", ABOVE_FILE - 1))
          .withMapping(Configuration.class)
          .build()
          .getConfigMapping(Configuration.class);
    } catch (ConfigValidationException invalid) {
      throw new UsageException(
          file.map(Path::toString).orElse("configuration") + ": " + problems(invalid), invalid);
    }
  }

  private static Map<String, String> properties(Optional<Path> file) {
    Map<String, String> properties = new HashMap<>();
    if (file.isPresent()) {
      try {
        new YamlConfigSource(file.get().toString(), Files.readString(file.get()))
            .getProperties()
            .forEach((name, value) -> properties.put(Configuration.PREFIX + "." + name, value));
      } catch (IOException | RuntimeException unreadable) {
        throw new UsageException(file.get() + ": " + unreadable.getMessage(), unreadable);
      }
    }
    return properties;
  }

  private static String problems(ConfigValidationException invalid) {
    return IntStream.range(0, invalid.getProblemCount())
        .mapToObj(index -> plain(String.valueOf(invalid.getProblem(index).getMessage())))
        .collect(Collectors.joining("; "));
  }

  /** The library's words without its codes and without our prefix, which no file has. */
  private static String plain(String message) {
    String text =
        message
            .replaceAll("SRCFG\\d+: |[\\w.]+Exception: ", "")
            .replace(Configuration.PREFIX + ".", "");
    Matcher unknown = UNKNOWN.matcher(text);
    return unknown.matches() ? "unknown key " + unknown.group(1) : text;
  }
}
