package dev.sluice.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a program is started, and what is expected of it.
 *
 * @param expectedStdout when present, other output on standard output is a wrong answer
 */
public record Invocation(
    List<String> arguments,
    Content stdin,
    Map<String, String> environment,
    Optional<String> expectedStdout) {

  /** No arguments, empty standard input, no environment, nothing expected. */
  public static final Invocation PLAIN =
      new Invocation(List.of(), Content.EMPTY, Map.of(), Optional.empty());

  public Invocation {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
