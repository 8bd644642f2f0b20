package dev.sluice.isolate.polyglot;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** An uncaught error in words: name, message, and where in the program's own lines. */
public final class ErrorText {
  private static final int LONGEST = 8 * 1024;
  private static final int MOST_FRAMES = 20;

  private ErrorText() {}

  public static String of(PolyglotException error) {
    String message = String.valueOf(error.getMessage());
    String words = isErrorObject(error) ? message : "Uncaught " + message;
    return cut(error.isSyntaxError() ? words.stripTrailing() : words + frames(error));
  }

  private static boolean isErrorObject(PolyglotException error) {
    Value thrown = error.getGuestObject();
    return thrown == null || thrown.hasMember("stack");
  }

  private static String frames(PolyglotException error) {
    return StreamSupport.stream(error.getPolyglotStackTrace().spliterator(), false)
        .filter(StackFrame::isGuestFrame)
        .filter(frame -> isOfTheProgram(frame.getSourceLocation()))
        .limit(MOST_FRAMES)
        .map(
            frame ->
                "\n    at " + frame.getRootName() + " (" + where(frame.getSourceLocation()) + ")")
        .collect(Collectors.joining());
  }

  private static boolean isOfTheProgram(SourceSection location) {
    return location != null && !location.getSource().isInternal();
  }

  private static String where(SourceSection location) {
    return location.getSource().getName()
        + ":"
        + location.getStartLine()
        + ":"
        + location.getStartColumn();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
