package dev.sluice.isolate.javascript;

import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** A program's files as sources: which of them is a script, a module or a CommonJS module. */
final class JavaScriptSources {
  private static final String MODULE_MIME_TYPE = "application/javascript+module";
  private static final Pattern TYPE_MODULE = Pattern.compile("\"type\"\\s*+:\\s*+\"module\"");

  private JavaScriptSources() {}

  /** A file that is ready to run. */
  sealed interface Parsed {
    /** What runs it. */
    Value code();

    /** Its value is that of its last expression. */
    record Script(Value code) implements Parsed {}

    /** Its value is a function of its scope, because it returns at its top level. */
    record CommonJs(Value code) implements Parsed {}

    /** Its value is its default export. */
    record Module(Value code) implements Parsed {}
  }

  /**
   * Parses the file a program starts with. It is a module by its suffix, or if the package says so;
   * anything else is a script, or whatever else it is good as.
   *
   * @throws PolyglotException with the script's error if it is nothing of these
   */
  static Parsed parseEntry(Context context, Program program, SourceFile file) {
    if (isDeclaredModule(program, file)) {
      return new Parsed.Module(context.parse(module(file)));
    }
    try {
      return new Parsed.Script(context.parse(script(file)));
    } catch (PolyglotException notAScript) {
      return parsed(context, module(file), notAScript)
          .<Parsed>map(Parsed.Module::new)
          .or(() -> parsed(context, commonJs(file), notAScript).map(Parsed.CommonJs::new))
          .orElseThrow(() -> errorOf(context, file, notAScript));
    }
  }

  /** Parses a file that others require or import. */
  static void parseOther(Context context, Program program, SourceFile file) {
    if (isModule(context, program, file)) {
      context.parse(module(file));
    }
  }

  /**
   * Whether a file that is imported is a module: by its suffix, its package, or because it is good
   * as nothing else.
   */
  static boolean isModule(Context context, Program program, SourceFile file) {
    if (isDeclaredModule(program, file)) {
      return true;
    }
    if (file.path().endsWith(".cjs")) {
      return false;
    }
    try {
      context.parse(commonJs(file));
      return false;
    } catch (PolyglotException notCommonJs) {
      if (parsed(context, module(file), notCommonJs).isPresent()) {
        return true;
      }
      throw errorOf(context, file, notCommonJs);
    }
  }

  /** A source whose value is a function of exports, require, module, filename and dirname. */
  static Source commonJs(SourceFile file) {
    return source(
        file,
        "(function (exports, require, module, __filename, __dirname) {"
            + file.content().text()
            + "\n})",
        "application/javascript");
  }

  private static boolean isDeclaredModule(Program program, SourceFile file) {
    if (file.path().endsWith(".js")) {
      return nearestPackage(program, file.path())
          .map(found -> TYPE_MODULE.matcher(found.content().text()).find())
          .orElse(false);
    }
    return file.path().endsWith(".mjs");
  }

  private static Optional<SourceFile> nearestPackage(Program program, String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(0, slash + 1) + "package.json";
    Optional<SourceFile> here =
        program.files().stream().filter(file -> file.path().equals(name)).findFirst();
    return slash < 0 ? here : here.or(() -> nearestPackage(program, path.substring(0, slash)));
  }

  /** Empty if it does not parse either; any error but a syntax error is thrown on. */
  private static Optional<Value> parsed(
      Context context, Source source, PolyglotException firstError) {
    if (!firstError.isSyntaxError()) {
      throw firstError;
    }
    try {
      return Optional.of(context.parse(source));
    } catch (PolyglotException error) {
      if (error.isSyntaxError()) {
        return Optional.empty();
      }
      throw error;
    }
  }

  /** The error that tells more: a file with imports was meant to be a module. */
  private static PolyglotException errorOf(
      Context context, SourceFile file, PolyglotException otherwise) {
    boolean looksLikeModule =
        file.content().text().lines().anyMatch(line -> line.matches("(import|export)\\b.*"));
    if (!looksLikeModule) {
      return otherwise;
    }
    try {
      context.parse(module(file));
      return otherwise;
    } catch (PolyglotException error) {
      return error;
    }
  }

  private static Source script(SourceFile file) {
    return source(file, file.content().text(), "application/javascript");
  }

  private static Source module(SourceFile file) {
    return source(file, file.content().text(), MODULE_MIME_TYPE);
  }

  private static Source source(SourceFile file, String text, String mimeType) {
    // With its content given the file is never read; its path is what imports are relative to.
    File place = new File(JobFileSystem.ROOT, file.path());
    try {
      return Source.newBuilder(JavaScriptEngine.LANGUAGE, place)
          .content(text)
          .name(file.path())
          .mimeType(mimeType)
          .build();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
