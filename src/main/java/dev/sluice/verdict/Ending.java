package dev.sluice.verdict;

import dev.sluice.job.Limit;
import java.util.Optional;

/** How one attempt ended, as the pool saw it from outside the sandbox. */
public sealed interface Ending {

  /**
   * The program came to its end.
   *
   * @param exitCode what it chose; 0 is success
   * @param value its value as JSON text, where the language gives programs one
   */
  record Exited(int exitCode, Optional<String> value) implements Ending {}

  /**
   * An error that the program did not catch: name, message and stack in the program's own lines.
   */
  record Threw(String error) implements Ending {}

  /** A signal ended it that the pool did not send. */
  record Signalled(int signal) implements Ending {}

  /** It could not be started because it is not a program: the compiler's or parser's words. */
  record DidNotCompile(String error) implements Ending {}

  /**
   * The pool stopped it at a limit. {@code detail} names the limit's value and what enforced it.
   */
  record Exceeded(Limit limit, String detail) implements Ending {}

  /** Stopped because somebody asked for it. */
  record Stopped() implements Ending {}

  /** Nothing can be said of the program: the platform failed it. */
  record Failed(PlatformFault fault, String detail) implements Ending {}
}
