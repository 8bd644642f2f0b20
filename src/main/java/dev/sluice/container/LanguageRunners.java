package dev.sluice.container;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of runners: a new language is a runner and its line here. */
final class LanguageRunners {
  private static final Map<String, LanguageRunner> BY_LANGUAGE =
      List.of(new PythonRunner(), new NodeRunner(), new BashRunner()).stream()
          .collect(Collectors.toUnmodifiableMap(LanguageRunner::language, Function.identity()));

  private LanguageRunners() {}

  static Optional<LanguageRunner> of(String language) {
    return Optional.ofNullable(BY_LANGUAGE.get(language));
  }

  static Set<String> languages() {
    return BY_LANGUAGE.keySet();
  }
}
