package dev.sluice.isolate.javascript;

import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.LanguageRunner;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.job.Invocation;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;

/** Runs JavaScript: one engine a process, a context a program. */
public final class JavaScriptRunner implements LanguageRunner {
  private static final String WARM_UP =
      """
      class Warm { constructor(value) { this.value = value; } get twice() { return this.value * 2; } }
      const values = Array.from({ length: 20 }, (_, index) => new Warm(index));
      const sum = values.map(({ twice }) => twice).reduce((left, right) => left + right, 0);
      setTimeout(() => console.log(`sum ${sum}`, { sum }, [1, 'two'], /s/.exec('sum')), 1);
      (async () => JSON.parse(JSON.stringify({ sum: await sum })))();
      """;

  private final JavaScriptEngine engine = new JavaScriptEngine();
  private final InternalSources sources = new InternalSources();

  @Override
  public String language() {
    return Languages.JAVASCRIPT.name();
  }

  @Override
  public String engine() {
    return "GraalJS " + engine.version() + (engine.isOptimising() ? ", optimising" : "");
  }

  @Override
  public Program warmUp() {
    return Program.of(Languages.JAVASCRIPT, WARM_UP);
  }

  @Override
  public RunningProgram prepare(Program program, Invocation invocation, GuestOutput output) {
    ModuleFiles files = new ModuleFiles(program);
    return new JavaScriptProgram(
        engine.newContext(files),
        new JavaScriptProgram.Surroundings(sources, files),
        new Start(program, invocation),
        output);
  }

  /** What is started, and how. */
  record Start(Program program, Invocation invocation) {}
}
