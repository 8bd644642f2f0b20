package dev.sluice.validate;

import dev.sluice.tenant.TenantPolicy;
import java.util.stream.Stream;

/** The policy allows the language. */
final class AllowedLanguageRule implements PolicyRule {
  @Override
  public String name() {
    return "allowed-language";
  }

  @Override
  public Stream<String> denials(Examination examination, TenantPolicy policy) {
    String language = examination.submission().program().language();
    return policy.languages().contains(language)
        ? Stream.empty()
        : Stream.of(
            "language %s is not allowed by the policy of tenant %s"
                .formatted(language, policy.tenant()));
  }
}
