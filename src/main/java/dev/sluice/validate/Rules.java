package dev.sluice.validate;

import java.util.List;

/**
 * The register of rules, cheapest first. A later rule may rely on the earlier ones: what they
 * reject it never sees.
 */
final class Rules {
  private Rules() {}

  static List<Rule> inOrder(List<SyntaxChecker> parsers) {
    return List.of(
        new SizesRule(),
        new ShapesRule(),
        new KnownLanguageRule(),
        new PathsRule(),
        new ExpiryRule(),
        new KnownTenantRule(),
        new AllowedLanguageRule(),
        new AllowedCapabilitiesRule(),
        new AllowedLimitsRule(),
        new RouteFoundRule(),
        new SyntaxRule(parsers),
        new ScreeningRule());
  }
}
