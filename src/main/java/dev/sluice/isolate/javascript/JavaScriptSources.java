package dev.sluice.isolate.javascript;

import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.job.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** A program's files as sources: which of them is a script, a module or a CommonJS module. */
final class JavaScriptSources {
  private static final String MODULE_MIME_TYPE = "application/javascript+module";

  private JavaScriptSources() {}

  /**
   * Parses the file a program starts with. {@code .mjs} is a module; anything else is a script, or
   * a module if it is only good as one, as Node decides it.
   *
   * @throws PolyglotException with the script's error if it is neither
   */
  static Value parseEntry(Context context, SourceFile file) {
    if (file.path().endsWith(".mjs")) {
      return context.parse(module(file));
    }
    try {
      return context.parse(script(file));
    } catch (PolyglotException notAScript) {
      if (!notAScript.isSyntaxError()) {
        throw notAScript;
      }
      try {
        return context.parse(module(file));
      } catch (PolyglotException notAModule) {
        throw looksLikeModule(file) ? notAModule : notAScript;
      }
    }
  }

  /** Parses a file that others require or import. */
  static Value parseOther(Context context, SourceFile file) {
    if (file.path().endsWith(".mjs")) {
      return context.parse(module(file));
    }
    try {
      return context.parse(commonJs(file));
    } catch (PolyglotException notCommonJs) {
      if (!notCommonJs.isSyntaxError()) {
        throw notCommonJs;
      }
      try {
        return context.parse(module(file));
      } catch (PolyglotException notAModule) {
        throw looksLikeModule(file) ? notAModule : notCommonJs;
      }
    }
  }

  private static boolean looksLikeModule(SourceFile file) {
    return file.content().text().lines().anyMatch(line -> line.matches("(import|export)\\b.*"));
  }

  private static Source script(SourceFile file) {
    return source(file, file.content().text(), "application/javascript");
  }

  private static Source module(SourceFile file) {
    return source(file, file.content().text(), MODULE_MIME_TYPE);
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
