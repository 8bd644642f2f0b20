package dev.sluice.kafka.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.TenantId;
import dev.sluice.kafka.broker.TestingBroker;
import dev.sluice.kafka.gateway.PolicyRegistry.Applied;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PolicyRegistryIT {
  @RegisterExtension static final TestingBroker broker = new TestingBroker();

  @Test
  void a_policy_is_in_force_once_it_was_applied() {
    TenantPolicy wanted = policy("registry-applies");
    try (PolicyRegistry registry = new PolicyRegistry(broker.settings())) {
      Applied applied = registry.apply(wanted);

      assertThat(applied).isEqualTo(new Applied(wanted.at(1), true));
      assertThat(registry.get(wanted.tenant())).contains(wanted.at(1));
      assertThat(registry.list()).contains(wanted.at(1));
    }
  }

  @Test
  void the_same_policy_again_changes_nothing() {
    TenantPolicy wanted = policy("registry-repeats");
    try (PolicyRegistry registry = new PolicyRegistry(broker.settings())) {
      assertThat(registry.apply(wanted).changed()).isTrue();

      assertThat(registry.apply(wanted)).isEqualTo(new Applied(wanted.at(1), false));
    }
  }

  @Test
  void a_changed_policy_counts_its_version_up() {
    TenantPolicy before = policy("registry-changes");
    TenantPolicy after = withoutRunningJobs(before);
    try (PolicyRegistry registry = new PolicyRegistry(broker.settings())) {
      assertThat(registry.apply(before).changed()).isTrue();

      assertThat(registry.apply(after)).isEqualTo(new Applied(after.at(2), true));
      assertThat(registry.get(before.tenant())).contains(after.at(2));
    }
  }

  @Test
  void what_an_operator_applied_is_not_put_back_to_what_was_shipped() {
    TenantPolicy operators = withoutRunningJobs(policy("registry-absent"));
    try (PolicyRegistry registry = new PolicyRegistry(broker.settings())) {
      assertThat(registry.applyIfAbsent(operators)).isEqualTo(new Applied(operators.at(1), true));

      assertThat(registry.applyIfAbsent(policy("registry-absent")))
          .isEqualTo(new Applied(operators.at(1), false));
    }
  }

  @Test
  void a_tenant_without_a_policy_has_none_here() {
    try (PolicyRegistry registry = new PolicyRegistry(broker.settings())) {
      assertThat(registry.get(new TenantId("registry-nobody"))).isEmpty();
    }
  }

  private static TenantPolicy policy(String tenant) {
    return PolicyFile.shippedDefault().of(new TenantId(tenant));
  }

  private static TenantPolicy withoutRunningJobs(TenantPolicy policy) {
    return new TenantPolicy(
        policy.tenant(),
        policy.version(),
        new Quotas(0, 0, 1),
        policy.defaults(),
        policy.ceilings(),
        Set.of("bash"),
        policy.tiers(),
        policy.capabilities(),
        policy.blockingFindings(),
        policy.isolateReuse(),
        policy.maxAttempts());
  }
}
