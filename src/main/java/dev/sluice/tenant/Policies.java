package dev.sluice.tenant;

import dev.sluice.job.TenantId;
import java.util.Optional;

/** The policies in force at the moment of a decision. Reads only; any thread. */
@FunctionalInterface
public interface Policies {

  /**
   * The policy to judge a tenant by: its own, else the default one for it; empty when unknown
   * tenants are turned away.
   */
  Optional<TenantPolicy> of(TenantId tenant);
}
