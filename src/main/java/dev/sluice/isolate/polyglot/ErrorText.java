package dev.sluice.isolate.polyglot;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** An uncaught error in words: name, message, and where in the program's own lines. */
public final class ErrorText {
  private static final int LONGEST = 8 * 1024;
  private static final int MOST_FRAMES = 20;

  private static final String FOLDER = JobFileSystem.ROOT + "/";

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
        .map(frame -> "\n    at " + place(frame.getRootName(), where(frame.getSourceLocation())))
        .collect(Collectors.joining());
  }

  private static boolean isOfTheProgram(SourceSection location) {
    return location != null && !location.getSource().isInternal();
  }

  /** What has no name of its own has one with a colon from the engine. */
  private static String place(String function, String where) {
    return function == null || function.startsWith(":") ? where : function + " (" + where + ")";
  }

  private static String where(SourceSection location) {
    return nameOf(location.getSource())
        + ":"
        + location.getStartLine()
        + ":"
        + location.getStartColumn();
  }

  /** A file's path in the job, however it was imported. */
  private static String nameOf(Source source) {
    String path = source.getPath();
    return path != null && path.startsWith(FOLDER)
        ? path.substring(FOLDER.length())
        : source.getName();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
