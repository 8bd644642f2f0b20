package dev.sluice.verdict;

import java.util.Optional;

/**
 * The verdict on an attempt and the reason for it, in words.
 *
 * @param exitCode where the program came to its end by itself; 128 + the signal where a signal
 *     ended it
 * @param value the program's value as JSON text
 */
public record Judgement(
    Verdict verdict, String message, Optional<Integer> exitCode, Optional<String> value) {

  /** Judges how an attempt ended, holding its standard output against what was expected of it. */
  public static Judgement of(AttemptOutcome outcome, Optional<String> expectedStdout) {
    return switch (outcome.ending()) {
      case Ending.Exited(int code, Optional<String> value) when code != 0 ->
          new Judgement(
              Verdict.RUNTIME_ERROR, "exited with code " + code, Optional.of(code), value);
      case Ending.Exited(int code, Optional<String> value) ->
          expectedStdout
              .flatMap(
                  expected ->
                      OutputDifference.between(
                          expected, outcome.output().stdout().content().text()))
              .map(
                  difference ->
                      new Judgement(
                          Verdict.WRONG_ANSWER, difference.toString(), Optional.of(code), value))
              .orElseGet(() -> new Judgement(Verdict.SUCCEEDED, "", Optional.of(code), value));
      case Ending.Threw(String error) -> withoutValue(Verdict.RUNTIME_ERROR, error);
      case Ending.Signalled(int signal) ->
          new Judgement(
              Verdict.RUNTIME_ERROR,
              "ended by signal " + signal,
              Optional.of(128 + signal),
              Optional.empty());
      case Ending.DidNotCompile(String error) -> withoutValue(Verdict.COMPILE_ERROR, error);
      case Ending.Exceeded(var limit, String detail) ->
          withoutValue(Verdict.exceeded(limit), detail);
      case Ending.Stopped() -> withoutValue(Verdict.CANCELLED, "cancelled while it ran");
      case Ending.Failed(PlatformFault fault, String detail) ->
          withoutValue(Verdict.PLATFORM_FAILURE, fault + ": " + detail);
    };
  }

  private static Judgement withoutValue(Verdict verdict, String message) {
    return new Judgement(verdict, message, Optional.empty(), Optional.empty());
  }
}
