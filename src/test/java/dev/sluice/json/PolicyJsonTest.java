package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.job.Binding;
import dev.sluice.kafka.gateway.PolicyFile;
import dev.sluice.tenant.TenantPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyJsonTest {
  private static final TenantPolicy SHIPPED = PolicyFile.shippedDefault();

  @Test
  void what_is_shown_can_be_applied_again() {
    TenantPolicy policy =
        new TenantPolicy(
            SHIPPED.tenant(),
            0,
            SHIPPED.quotas(),
            SHIPPED.defaults(),
            SHIPPED.ceilings(),
            SHIPPED.languages(),
            SHIPPED.tiers(),
            Set.of(
                new Binding("notes", "kv", "{\"url\":\"jdbc:sqlite:/a.db\",\"space\":\"acme\"}")),
            Set.of("private-key"),
            SHIPPED.isolateReuse(),
            2);

    ObjectNode shown = PolicyJson.of(policy);
    shown.remove("version");

    assertThat(PolicyFile.read("shown", shown.toString())).isEqualTo(policy);
  }
}
