package dev.sluice.isolate.javascript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Source;

/**
 * Our own JavaScript and the packages that come with it, read once and kept as sources, which an
 * engine parses once. They are internal: stack traces do not show them. Any thread.
 */
final class InternalSources {
  private static final String PACKAGES = "packages/";

  /** A program that has got hold of our functions reads nothing but what is meant to be read. */
  private static final Pattern NAME = Pattern.compile("[\\w-]++(?:[./][\\w-]++)++");

  private final Map<String, Source> sources = new ConcurrentHashMap<>();

  /** A file beside this class; its value is a function. */
  Source part(String name) {
    return sources.computeIfAbsent(name, key -> source(key, text(key)));
  }

  /** A file of a package as a function of its CommonJS scope. */
  Source packaged(String path) {
    return sources.computeIfAbsent(
        PACKAGES + path,
        key -> source(key, "(function (" + scope(path) + ") {" + text(key) + "\n})"));
  }

  /** A package's data. */
  String packagedText(String path) {
    return part(PACKAGES + path).getCharacters().toString();
  }

  private static String scope(String path) {
    return path.startsWith("node-inspect-extracted/")
        ? "exports, module, primordials, binding"
        : "exports, require, module, process";
  }

  private static Source source(String name, String text) {
    try {
      return Source.newBuilder(JavaScriptEngine.LANGUAGE, text, name).internal(true).build();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String text(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no such source: " + name);
    }
    try (InputStream file = InternalSources.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
