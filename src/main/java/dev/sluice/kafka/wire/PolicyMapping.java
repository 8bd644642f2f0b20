package dev.sluice.kafka.wire;

import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code TenantPolicy}. */
final class PolicyMapping
    implements Mapping<TenantPolicy, dev.sluice.kafka.wire.generated.TenantPolicy> {

  @Override
  public dev.sluice.kafka.wire.generated.TenantPolicy toWire(TenantPolicy policy) {
    return dev.sluice.kafka.wire.generated.TenantPolicy.newBuilder()
        .setTenant(policy.tenant().value())
        .setVersion(policy.version())
        .setRunningIsolate(policy.quotas().runningIsolate())
        .setRunningContainer(policy.quotas().runningContainer())
        .setHeld(policy.quotas().held())
        .setDefaults(LimitsMapping.INSTANCE.toWire(policy.defaults()))
        .setCeilings(LimitsMapping.INSTANCE.toWire(policy.ceilings()))
        .setLanguages(policy.languages().stream().sorted().toList())
        .setTiers(policy.tiers().stream().map(Tier::word).sorted().toList())
        .setBindings(Bindings.toWire(policy.capabilities()))
        .setBlockingFindings(policy.blockingFindings().stream().sorted().toList())
        .setIsolateReuse(policy.isolateReuse().word())
        .setMaxAttempts(policy.maxAttempts())
        .build();
  }

  @Override
  public TenantPolicy toDomain(dev.sluice.kafka.wire.generated.TenantPolicy message) {
    return new TenantPolicy(
        new TenantId(message.getTenant()),
        message.getVersion(),
        new Quotas(message.getRunningIsolate(), message.getRunningContainer(), message.getHeld()),
        LimitsMapping.INSTANCE.toDomain(message.getDefaults()),
        LimitsMapping.INSTANCE.toDomain(message.getCeilings()),
        Set.copyOf(message.getLanguages()),
        message.getTiers().stream()
            .map(word -> Words.lowerCase(Tier.class, "tiers", word))
            .collect(Collectors.toUnmodifiableSet()),
        Bindings.toDomain(message.getBindings()),
        Set.copyOf(message.getBlockingFindings()),
        Words.lowerCase(WorkerReuse.class, "isolateReuse", message.getIsolateReuse()),
        message.getMaxAttempts());
  }
}
