package dev.sluice.route;

import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.job.Tier;
import dev.sluice.tenant.TenantPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses the kind of sandbox. A tier that the submission asks for wins, if a pool can run the
 * language and the policy allows it. Otherwise whatever needs a container goes to one, and the rest
 * to an isolate.
 */
public final class RouteRule {
  private RouteRule() {}

  /** The same submission under the same policy always gets the same answer, word for word. */
  public static Routing decide(Submission submission, TenantPolicy policy) {
    Program program = submission.program();
    return Languages.named(program.language())
        .map(language -> decide(submission, language, policy))
        .orElseGet(() -> new Routing.Impossible("no pool runs the language " + program.language()));
  }

  private static Routing decide(Submission submission, Language language, TenantPolicy policy) {
    if (language.tiers().isEmpty()) {
      return new Routing.Impossible("language " + language.name() + ": no pool runs it yet");
    }
    Optional<Tier> asked = submission.terms().tier().explicit();
    if (asked.isPresent()) {
      return asked(asked.get(), submission, language, policy);
    }
    if (!language.tiers().contains(Tier.ISOLATE)) {
      return allowed(Tier.CONTAINER, "only containers run " + language.name(), policy);
    }
    return ContainerNeeds.of(submission, language)
        .map(need -> needsContainer(need, language, policy))
        .orElseGet(() -> suitsIsolate(language, policy));
  }

  private static Routing asked(
      Tier tier, Submission submission, Language language, TenantPolicy policy) {
    if (!language.tiers().contains(tier)) {
      return new Routing.Impossible(
          "tier %s does not run %s; %s does"
              .formatted(tier.word(), language.name(), words(List.copyOf(language.tiers()))));
    }
    if (tier == Tier.ISOLATE && !submission.terms().capabilities().isEmpty()) {
      return new Routing.Impossible("tier isolate offers no capabilities; container does");
    }
    return allowed(tier, "the submission asks for tier " + tier.word(), policy);
  }

  private static Routing needsContainer(String need, Language language, TenantPolicy policy) {
    if (!language.tiers().contains(Tier.CONTAINER)) {
      return new Routing.Impossible(need + ", and no container runs " + language.name());
    }
    return allowed(Tier.CONTAINER, need, policy);
  }

  private static Routing suitsIsolate(Language language, TenantPolicy policy) {
    boolean onlyContainers =
        !policy.tiers().contains(Tier.ISOLATE)
            && policy.tiers().contains(Tier.CONTAINER)
            && language.tiers().contains(Tier.CONTAINER);
    return onlyContainers
        ? new Routing.Routed(new Route(Tier.CONTAINER, "the policy allows only containers"))
        : allowed(
            Tier.ISOLATE,
            "self-contained " + language.name() + ": nothing in it needs a container",
            policy);
  }

  private static Routing allowed(Tier tier, String reason, TenantPolicy policy) {
    if (policy.tiers().contains(tier)) {
      return new Routing.Routed(new Route(tier, reason));
    }
    return new Routing.Denied(
        "tier %s (%s) is not allowed by the policy of tenant %s, which allows %s"
            .formatted(tier.word(), reason, policy.tenant(), words(List.copyOf(policy.tiers()))));
  }

  private static String words(List<Tier> tiers) {
    return tiers.isEmpty()
        ? "none"
        : tiers.stream().sorted().map(Tier::word).collect(Collectors.joining(" and "));
  }
}
