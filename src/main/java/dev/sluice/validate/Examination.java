package dev.sluice.validate;

import dev.sluice.job.Submission;
import dev.sluice.route.RouteRule;
import dev.sluice.route.Routing;
import dev.sluice.tenant.TenantPolicy;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A submission and what it is judged by. Belongs to one judgement and its thread. */
public final class Examination {
  private final Submission submission;
  private final Optional<TenantPolicy> policy;
  private final Instant now;

  /** The route is looked for once, and only when the cheaper rules have let the submission pass. */
  private @Nullable Routing routing;

  public Examination(Submission submission, Optional<TenantPolicy> policy, Instant now) {
    this.submission = submission;
    this.policy = policy;
    this.now = now;
  }

  public Submission submission() {
    return submission;
  }

  /** Empty when the tenant is unknown. */
  public Optional<TenantPolicy> policy() {
    return policy;
  }

  public Instant now() {
    return now;
  }

  /** What the route rule says; empty when there is no policy to ask it by. */
  public Optional<Routing> routing() {
    if (routing == null && policy.isPresent()) {
      routing = RouteRule.decide(submission, policy.get());
    }
    return Optional.ofNullable(routing);
  }
}
