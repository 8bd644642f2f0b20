package dev.sluice.isolate.worker;

import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.LanguageRunner;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a program of our own before the first of a tenant, so that the engine's classes are loaded
 * and initialised by the time a program is measured.
 */
final class WarmUp {
  private static final String JAVASCRIPT =
      """
      class Warm { constructor(value) { this.value = value; } get twice() { return this.value * 2; } }
      const values = Array.from({ length: 20 }, (_, index) => new Warm(index));
      const sum = values.map(({ twice }) => twice).reduce((left, right) => left + right, 0);
      setTimeout(() => console.log(`sum ${sum}`, { sum }, [1, 'two'], /s/.exec('sum')), 1);
      (async () => JSON.parse(JSON.stringify({ sum: await sum })))();
      """;

  private WarmUp() {}

  static void run(LanguageRunners runners) {
    runners
        .named(Languages.JAVASCRIPT.name())
        .ifPresent(runner -> run(runner, Program.of(Languages.JAVASCRIPT, JAVASCRIPT)));
  }

  private static void run(LanguageRunner runner, Program program) {
    GuestOutput output = new GuestOutput(ByteSize.ofKibibytes(64), (_, _) -> {});
    Invocation invocation =
        new Invocation(List.of("one"), Content.EMPTY, Map.of("NAME", "value"), Optional.empty());
    try (RunningProgram running = runner.prepare(program, invocation, output)) {
      running.run();
      running.stop();
    }
  }
}
