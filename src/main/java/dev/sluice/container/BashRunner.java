package dev.sluice.container;

import dev.sluice.job.Languages;
import dev.sluice.job.Limits;
import java.util.List;

/** GNU bash, without anybody's start files. */
final class BashRunner implements LanguageRunner {

  @Override
  public String language() {
    return Languages.BASH.name();
  }

  @Override
  public List<String> check(String file) {
    return List.of("bash", "-n", file);
  }

  @Override
  public List<String> start(String file, Limits limits) {
    return List.of("bash", "--norc", "--noprofile", file);
  }

  @Override
  public int engineThreads() {
    return 0;
  }
}
