package dev.sluice.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of languages: a new one is a line here and its runner in a pool. */
public final class Languages {
  public static final Language JAVASCRIPT =
      new Language(
          "javascript",
          "main.js",
          Set.of(".js", ".mjs", ".cjs", ".json"),
          Set.of(Tier.ISOLATE, Tier.CONTAINER));
  public static final Language PYTHON =
      new Language("python", "main.py", Set.of(".py"), Set.of(Tier.CONTAINER));
  public static final Language BASH =
      new Language("bash", "main.sh", Set.of(".sh", ".bash"), Set.of(Tier.CONTAINER));

  /** Accepted by the formats, run by no pool yet: a submission is rejected with that reason. */
  public static final Language TYPESCRIPT =
      new Language("typescript", "main.ts", Set.of(".ts", ".mts", ".json"), Set.of());

  private static final Map<String, Language> BY_NAME =
      List.of(JAVASCRIPT, PYTHON, BASH, TYPESCRIPT).stream()
          .collect(Collectors.toUnmodifiableMap(Language::name, Function.identity()));

  private Languages() {}

  public static Optional<Language> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The names of the languages that a pool of this tier runs. */
  public static Set<String> runBy(Tier tier) {
    return BY_NAME.values().stream()
        .filter(language -> language.tiers().contains(tier))
        .map(Language::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
