package dev.sluice.capability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secrets from a folder, one file each, and from the environment. {@code weather-key} is the file
 * of that name, else the variable {@code SLUICE_SECRET_WEATHER_KEY}. Read anew at each use, so that
 * a rotated secret needs no restart; a file's last line break is not part of it.
 */
public final class SecretStore implements Secrets {
  private static final String PREFIX = "SLUICE_SECRET_";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final Optional<Path> folder;
  private final Map<String, String> environment;

  public SecretStore(Optional<Path> folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  @Override
  public Optional<String> named(String name) {
    if (!isName(name)) {
      return Optional.empty();
    }
    String variable = PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    return folder
        .map(path -> path.resolve(name))
        .filter(Files::isRegularFile)
        .map(SecretStore::content)
        .or(() -> Optional.ofNullable(environment.get(variable)));
  }

  private static String content(Path file) {
    try {
      String text = Files.readString(file);
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a secret's file cannot be read: " + file, unreadable);
    }
  }
}
