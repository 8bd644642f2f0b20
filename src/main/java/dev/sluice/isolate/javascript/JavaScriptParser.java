package dev.sluice.isolate.javascript;

import dev.sluice.isolate.polyglot.ErrorText;
import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.util.Optional;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;

/** Parses programs with the engine's own parser, each in a fresh context that sees no files. */
public final class JavaScriptParser implements AutoCloseable {
  private static final Set<String> SUFFIXES = Set.of(".js", ".mjs", ".cjs");

  private final JavaScriptEngine engine = new JavaScriptEngine();

  /** The first syntax error of the program's files, the one it starts with first. Any thread. */
  public Optional<String> firstError(Program program) {
    try (Context context = engine.newContext(JobFileSystem.empty())) {
      Optional<String> entryError =
          program.entryFile().flatMap(file -> errorOf(context, program, file));
      return entryError.or(
          () ->
              program.files().stream()
                  .filter(file -> !file.path().equals(program.entrypoint()))
                  .filter(file -> SUFFIXES.stream().anyMatch(file.path()::endsWith))
                  .flatMap(file -> errorOf(context, program, file).stream())
                  .findFirst());
    }
  }

  private static Optional<String> errorOf(Context context, Program program, SourceFile file) {
    try {
      if (file.path().equals(program.entrypoint())) {
        JavaScriptSources.parseEntry(context, program, file);
      } else {
        JavaScriptSources.parseOther(context, program, file);
      }
      return Optional.empty();
    } catch (PolyglotException error) {
      return error.isSyntaxError() ? Optional.of(ErrorText.of(error)) : Optional.empty();
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
