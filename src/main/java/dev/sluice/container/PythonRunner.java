package dev.sluice.container;

import dev.sluice.job.Languages;
import dev.sluice.job.Limits;
import java.util.List;

/** CPython, unbuffered, so that output written before a limit fires is kept. */
final class PythonRunner implements LanguageRunner {
  private static final String COMPILE =
      """
      import sys
      path = sys.argv[1]
      try:
          with open(path, "rb") as source:
              compile(source.read(), path, "exec", dont_inherit=True)
      except (SyntaxError, ValueError) as error:
          sys.excepthook(type(error), error, None)
          sys.exit(1)
      """;

  @Override
  public String language() {
    return Languages.PYTHON.name();
  }

  @Override
  public List<String> check(String file) {
    return List.of("python3", "-I", "-S", "-c", COMPILE, file);
  }

  @Override
  public List<String> start(String file, Limits limits) {
    return List.of("python3", "-u", file);
  }

  @Override
  public int engineThreads() {
    return 0;
  }
}
