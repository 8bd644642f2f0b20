package dev.sluice.isolate.javascript;

import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.LanguageRunner;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.job.Invocation;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Source;

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
  private final Source prelude = internal("prelude.js", "", "");

  /** Node's own formatting of values, by way of the package of that name; MIT. */
  private final Source inspector =
      internal(
          "packages/node-inspect-extracted/inspect.js",
          "(function (exports, module, primordials, binding) {",
          "\n})");

  private final Source primordials = internal("primordials.js", "", "");

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
    JobFileSystem files = new JobFileSystem(program);
    return new JavaScriptProgram(
        engine.newContext(files),
        new JavaScriptGlobals(prelude, inspector, primordials, files),
        new Start(program, invocation),
        output);
  }

  /** What is started, and how. */
  record Start(Program program, Invocation invocation) {}

  private static Source internal(String name, String before, String after) {
    try (InputStream file = JavaScriptRunner.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder(JavaScriptEngine.LANGUAGE, before + text + after, name)
          .internal(true)
          .build();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
