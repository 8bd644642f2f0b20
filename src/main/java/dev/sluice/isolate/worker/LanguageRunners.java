package dev.sluice.isolate.worker;

import dev.sluice.isolate.javascript.JavaScriptRunner;
import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.LanguageRunner;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages a worker of a kind runs: a new one is its runner and a line here. */
final class LanguageRunners {
  private final Map<String, LanguageRunner> byLanguage;

  private LanguageRunners(LanguageRunner... runners) {
    byLanguage =
        Stream.of(runners).collect(Collectors.toMap(LanguageRunner::language, Function.identity()));
  }

  static LanguageRunners ofKind(String kind) {
    return switch (kind) {
      case "javascript" -> new LanguageRunners(new JavaScriptRunner());
      default -> throw new IllegalArgumentException("no worker is of the kind " + kind);
    };
  }

  /**
   * Runs a program of our own in each language before the first of a tenant, so that the engines'
   * classes are loaded and initialised by the time a program is measured.
   */
  void warmUp() {
    byLanguage
        .values()
        .forEach(
            runner -> {
              GuestOutput output = new GuestOutput(ByteSize.ofKibibytes(64), (_, _) -> {});
              Invocation invocation =
                  new Invocation(
                      List.of("one"), Content.EMPTY, Map.of("NAME", "value"), Optional.empty());
              try (RunningProgram running = runner.prepare(runner.warmUp(), invocation, output)) {
                running.run();
                running.stop();
              }
            });
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
