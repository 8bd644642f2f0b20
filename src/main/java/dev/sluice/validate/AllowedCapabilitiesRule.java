package dev.sluice.validate;

import dev.sluice.tenant.TenantPolicy;
import java.util.Set;
import java.util.stream.Stream;

/** The policy grants every capability that is asked for. */
final class AllowedCapabilitiesRule implements PolicyRule {
  @Override
  public String name() {
    return "allowed-capabilities";
  }

  @Override
  public Stream<String> denials(Examination examination, TenantPolicy policy) {
    return examination.submission().terms().capabilities().stream()
        .filter(capability -> policy.bindings(Set.of(capability)).isEmpty())
        .sorted()
        .map(
            capability ->
                "capability %s is not granted by the policy of tenant %s"
                    .formatted(Shown.quoted(capability), policy.tenant()));
  }
}
