package dev.sluice.route;

import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Submission;
import java.util.Optional;

/** What in a program that an isolate could run points to a container all the same. */
final class ContainerNeeds {
  private static final int SHOWN_CHARACTERS = 80;

  private ContainerNeeds() {}

  /** The first need in words, such as {@code imports node:fs}; empty when there is none. */
  static Optional<String> of(Submission submission, Language language) {
    if (!submission.terms().capabilities().isEmpty()) {
      return Optional.of("only containers offer capabilities");
    }
    Program program = submission.program();
    Optional<String> data =
        program.files().stream()
            .map(SourceFile::path)
            .filter(path -> !language.isSource(path))
            .findFirst()
            .map(path -> "the file " + shown(path) + " is not source");
    return data.or(
        () ->
            language.equals(Languages.JAVASCRIPT) ? JavaScriptNeeds.of(program) : Optional.empty());
  }

  /** A name out of a program, fit for a reason that people read. */
  static String shown(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .limit(SHOWN_CHARACTERS)
        .forEach(point -> text.appendCodePoint(isPlain(point) ? point : '?'));
    return name.codePointCount(0, name.length()) > SHOWN_CHARACTERS ? text + "…" : text.toString();
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
