package dev.sluice.validate;

import dev.sluice.job.Program;
import java.util.Optional;

/** A parser that wants every bracket of the entry file closed, and nothing else. */
public record TestingSyntax(String language) implements SyntaxChecker {

  @Override
  public Optional<String> firstError(Program program) {
    String code = program.entryFile().orElseThrow().content().text();
    long open = code.chars().filter(c -> c == '(').count();
    long closed = code.chars().filter(c -> c == ')').count();
    return open == closed
        ? Optional.empty()
        : Optional.of((open - closed) + " bracket is left open in\n" + code);
  }
}
