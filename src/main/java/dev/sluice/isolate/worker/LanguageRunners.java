package dev.sluice.isolate.worker;

import dev.sluice.isolate.javascript.JavaScriptRunner;
import dev.sluice.isolate.language.LanguageRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The languages a worker runs: a new one is its runner and a line here. */
final class LanguageRunners {
  private final Map<String, LanguageRunner> byLanguage;

  LanguageRunners() {
    byLanguage =
        List.<LanguageRunner>of(new JavaScriptRunner()).stream()
            .collect(Collectors.toMap(LanguageRunner::language, Function.identity()));
  }

  Optional<LanguageRunner> named(String language) {
    return Optional.ofNullable(byLanguage.get(language));
  }

  /** Names and versions of all engines. */
  String engines() {
    return byLanguage.values().stream()
        .map(LanguageRunner::engine)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
