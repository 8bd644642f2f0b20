package dev.sluice.validate;

import dev.sluice.job.Program;
import java.util.Optional;

/** A real parser of one language. Must not run anything of the program. Any thread. */
public interface SyntaxChecker {

  /** The language's name. */
  String language();

  /** The parser's words on the first error, with its position, or empty. */
  Optional<String> firstError(Program program);
}
