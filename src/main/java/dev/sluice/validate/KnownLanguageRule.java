package dev.sluice.validate;

import dev.sluice.job.Languages;
import dev.sluice.verdict.Verdict;
import java.util.List;

/** The language is one that Sluice has heard of. */
final class KnownLanguageRule implements Rule {
  @Override
  public String name() {
    return "known-language";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    String language = examination.submission().program().language();
    if (Languages.named(language).isPresent()) {
      return List.of();
    }
    return List.of(
        Finding.rejecting(
            name(),
            Verdict.REJECTED,
            "language must be one of %s: %s"
                .formatted(
                    String.join(", ", Languages.names().stream().sorted().toList()),
                    Shown.quoted(language))));
  }
}
