package dev.sluice.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sluice.job.Binding;
import dev.sluice.job.Tier;
import dev.sluice.tenant.TenantPolicy;
import java.util.Collection;
import java.util.Comparator;

/** Writes policies as JSON, under the names that a policy's file has. */
public final class PolicyJson {
  private PolicyJson() {}

  public static ObjectNode of(TenantPolicy policy) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("tenant", policy.tenant().value());
    json.put("version", policy.version());
    json.putObject("quotas")
        .put("runningIsolate", policy.quotas().runningIsolate())
        .put("runningContainer", policy.quotas().runningContainer())
        .put("held", policy.quotas().held());
    json.set("defaults", LimitsJson.of(policy.defaults()));
    json.set("ceilings", LimitsJson.of(policy.ceilings()));
    putSorted(json.putArray("languages"), policy.languages());
    putSorted(json.putArray("tiers"), policy.tiers().stream().map(Tier::word).toList());
    ObjectNode capabilities = json.putObject("capabilities");
    policy.capabilities().stream()
        .sorted(Comparator.comparing(Binding::name))
        .forEach(
            binding ->
                capabilities
                    .putObject(binding.name())
                    .putRawValue(binding.kind(), new RawValue(binding.terms())));
    putSorted(json.putArray("blockingFindings"), policy.blockingFindings());
    json.putObject("isolate").put("reuse", policy.isolateReuse().word());
    json.put("maxAttempts", policy.maxAttempts());
    return json;
  }

  private static void putSorted(ArrayNode array, Collection<String> texts) {
    texts.stream().sorted().forEach(array::add);
  }
}
