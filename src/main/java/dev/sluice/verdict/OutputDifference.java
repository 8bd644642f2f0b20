package dev.sluice.verdict;

import java.util.Optional;

/**
 * The first place where a program's output is not what was expected. Line ends at the very end of
 * either text are not compared.
 *
 * @param line from 1
 */
public record OutputDifference(int line, String expected, String actual) {
  private static final int SHOWN_CHARACTERS = 80;

  /** The first difference, or empty when the texts agree. */
  public static Optional<OutputDifference> between(String expected, String actual) {
    String[] expectedLines = stripLineEnds(expected).split("\n", -1);
    String[] actualLines = stripLineEnds(actual).split("\n", -1);
    int lines = Math.max(expectedLines.length, actualLines.length);
    for (int index = 0; index < lines; index++) {
      String wanted = index < expectedLines.length ? expectedLines[index] : "(end of output)";
      String got = index < actualLines.length ? actualLines[index] : "(end of output)";
      if (index >= expectedLines.length || index >= actualLines.length || !wanted.equals(got)) {
        return Optional.of(new OutputDifference(index + 1, wanted, got));
      }
    }
    return Optional.empty();
  }

  private static String stripLineEnds(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  @Override
  public String toString() {
    return "line " + line + ": expected \"" + shown(expected) + "\", was \"" + shown(actual) + "\"";
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
