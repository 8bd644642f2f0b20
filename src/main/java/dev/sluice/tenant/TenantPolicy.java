package dev.sluice.tenant;

import dev.sluice.job.Binding;
import dev.sluice.job.Limits;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a tenant may do. Nothing is allowed that is not named here.
 *
 * @param version counts up with each change; results say which one they were judged by
 * @param defaults limits of a job that asks for none
 * @param ceilings limits that no job may ask to exceed
 * @param capabilities what jobs may ask to call, no two of one name
 * @param blockingFindings names of the screening findings that reject a submission; others are only
 *     recorded
 * @param isolateReuse whether programs of the tenant may follow each other in a worker process
 * @param maxAttempts how often a job is dispatched at most when the platform fails it
 */
public record TenantPolicy(
    TenantId tenant,
    long version,
    Quotas quotas,
    Limits defaults,
    Limits ceilings,
    Set<String> languages,
    Set<Tier> tiers,
    Set<Binding> capabilities,
    Set<String> blockingFindings,
    WorkerReuse isolateReuse,
    int maxAttempts) {

  public TenantPolicy {
    languages = Set.copyOf(languages);
    tiers = Set.copyOf(tiers);
    capabilities = Set.copyOf(capabilities);
    blockingFindings = Set.copyOf(blockingFindings);
    if (names(capabilities).size() < capabilities.size()) {
      throw new IllegalArgumentException(
          "capabilities has two of one name: " + names(capabilities).stream().sorted().toList());
    }
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be at least 1: " + maxAttempts);
    }
    defaults
        .firstAbove(ceilings)
        .ifPresent(
            limit -> {
              throw new IllegalArgumentException(
                  "defaults." + limit.word() + " must not be above ceilings." + limit.word());
            });
  }

  /** What these names stand for; those that stand for nothing are left out. */
  public Set<Binding> bindings(Set<String> names) {
    return capabilities.stream()
        .filter(binding -> names.contains(binding.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same policy for another tenant. */
  public TenantPolicy of(TenantId other) {
    return new TenantPolicy(
        other,
        version,
        quotas,
        defaults,
        ceilings,
        languages,
        tiers,
        capabilities,
        blockingFindings,
        isolateReuse,
        maxAttempts);
  }

  /** The same policy under another version. */
  public TenantPolicy at(long number) {
    return new TenantPolicy(
        tenant,
        number,
        quotas,
        defaults,
        ceilings,
        languages,
        tiers,
        capabilities,
        blockingFindings,
        isolateReuse,
        maxAttempts);
  }

  private static Set<String> names(Set<Binding> bindings) {
    return bindings.stream().map(Binding::name).collect(Collectors.toUnmodifiableSet());
  }
}
