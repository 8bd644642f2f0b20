package dev.sluice.kafka.stage;

import dev.sluice.job.TenantId;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.tenant.Policies;
import dev.sluice.tenant.TenantPolicy;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies of {@code code.tenants}, read from the store that follows it: a tenant's own, else
 * the default tenant's. One thread; each version of a policy is decoded once a tenant. A policy
 * that cannot be read is nobody's: its tenant is turned away rather than judged by another.
 */
public final class PolicyTable implements Policies {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyTable.class);

  private final ReadOnlyKeyValueStore<String, byte[]> records;
  private final Codec<TenantPolicy> codec;
  private final Map<TenantId, Read> read = new HashMap<>();

  /** What came of decoding these bytes. */
  private record Read(ByteBuffer bytes, Optional<TenantPolicy> policy) {}

  public PolicyTable(ReadOnlyKeyValueStore<String, byte[]> records, Codec<TenantPolicy> codec) {
    this.records = records;
    this.codec = codec;
  }

  @Override
  public Optional<TenantPolicy> of(TenantId tenant) {
    byte[] own = records.get(tenant.value());
    byte[] bytes = own == null ? records.get(TenantId.DEFAULT.value()) : own;
    if (bytes == null) {
      return Optional.empty();
    }
    Read known = read.get(tenant);
    if (known == null || !known.bytes().equals(ByteBuffer.wrap(bytes))) {
      known = new Read(ByteBuffer.wrap(bytes), decoded(tenant, bytes));
      read.put(tenant, known);
    }
    return known.policy();
  }

  private Optional<TenantPolicy> decoded(TenantId tenant, byte[] bytes) {
    try {
      return Optional.of(codec.decode(bytes).of(tenant));
    } catch (UndecodableException unreadable) {
      LOG.warn("tenant={} has a policy that cannot be read: {}", tenant, unreadable.getMessage());
      return Optional.empty();
    }
  }
}
