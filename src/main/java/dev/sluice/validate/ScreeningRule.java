package dev.sluice.validate;

import dev.sluice.job.SourceFile;
import dev.sluice.tenant.TenantPolicy;
import dev.sluice.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what a person would want to know of before the code runs. A finding carries its
 * screening's own name and is recorded; it rejects only where the policy names it as blocking.
 */
final class ScreeningRule implements Rule {
  @Override
  public String name() {
    return "screening";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    Set<String> blocking =
        examination.policy().map(TenantPolicy::blockingFindings).orElse(Set.of());
    return examination.submission().program().files().stream()
        .flatMap(file -> findings(file, blocking).stream())
        .toList();
  }

  private static List<Finding> findings(SourceFile file, Set<String> blocking) {
    String text = file.content().text();
    return Screening.ALL.stream()
        .filter(screening -> screening.sees(text))
        .map(
            screening ->
                new Finding(
                    screening.name(),
                    Shown.quoted(file.path()) + " " + screening.explanation(),
                    blocking.contains(screening.name())
                        ? Optional.of(Verdict.POLICY_DENIED)
                        : Optional.empty()))
        .toList();
  }
}
