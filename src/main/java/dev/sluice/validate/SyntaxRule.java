package dev.sluice.validate;

import dev.sluice.job.Program;
import dev.sluice.job.Tier;
import dev.sluice.route.Routing;
import dev.sluice.verdict.Verdict;
import java.util.List;

/**
 * What is to run in an isolate is a program at all. In a container the language's own compiler says
 * so, with its own words.
 */
public final class SyntaxRule implements Rule {
  public static final String NAME = "syntax";

  private static final int SHOWN_CHARACTERS = 2000;

  private final List<SyntaxChecker> parsers;

  SyntaxRule(List<SyntaxChecker> parsers) {
    this.parsers = List.copyOf(parsers);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> examine(Examination examination) {
    if (!(examination.routing().orElse(null) instanceof Routing.Routed(var route))
        || route.tier() != Tier.ISOLATE) {
      return List.of();
    }
    Program program = examination.submission().program();
    return parsers.stream()
        .filter(parser -> parser.language().equals(program.language()))
        .flatMap(parser -> parser.firstError(program).stream())
        .map(error -> Finding.rejecting(name(), Verdict.COMPILE_ERROR, shown(error)))
        .toList();
  }

  /** Its lines stay lines: parsers point at columns. */
  private static String shown(String error) {
    String cut = error.length() <= SHOWN_CHARACTERS ? error : error.substring(0, SHOWN_CHARACTERS);
    return String.join("\n", cut.lines().map(line -> Shown.plain(line, SHOWN_CHARACTERS)).toList());
  }
}
