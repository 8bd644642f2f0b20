package dev.sluice.kafka.gateway;

import dev.sluice.job.TenantId;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.tenant.TenantPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The tenants' policies on {@code code.tenants}. Every method reads the topic to its end, waits for
 * the cluster, and throws {@link GatewayException} when that refuses or cannot be reached. Any
 * thread; closed by who made it. Of two who change a policy at the same moment the later wins.
 */
public final class PolicyRegistry implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TURN = Duration.ofMillis(100);

  private final KafkaSettings settings;
  private final RecordWriter writer;

  /**
   * What came of applying a policy.
   *
   * @param policy as it is in force now
   * @param changed false when it was in force already
   */
  public record Applied(TenantPolicy policy, boolean changed) {}

  public PolicyRegistry(KafkaSettings settings) {
    this.settings = settings;
    this.writer = new RecordWriter(settings);
  }

  /**
   * Puts a policy in force under the version after the one that is; returns when every reader of
   * the topic can see it. The wanted policy's own version does not matter.
   */
  public Applied apply(TenantPolicy wanted) {
    Optional<TenantPolicy> present = get(wanted.tenant());
    if (present.map(policy -> wanted.at(policy.version()).equals(policy)).orElse(false)) {
      return new Applied(present.get(), false);
    }
    TenantPolicy next = wanted.at(present.map(TenantPolicy::version).orElse(0L) + 1);
    write(next);
    return new Applied(next, true);
  }

  /** Puts a policy in force for a tenant that has none, and leaves one that is there alone. */
  public Applied applyIfAbsent(TenantPolicy wanted) {
    return get(wanted.tenant())
        .map(present -> new Applied(present, false))
        .orElseGet(() -> apply(wanted));
  }

  /** A tenant's own policy; the default one does not stand in for it here. */
  public Optional<TenantPolicy> get(TenantId tenant) {
    return Optional.ofNullable(read().get(tenant.value()));
  }

  /** All policies, by the name of their tenant. */
  public List<TenantPolicy> list() {
    return List.copyOf(read().values());
  }

  private SortedMap<String, TenantPolicy> read() {
    SortedMap<String, TenantPolicy> policies = new TreeMap<>();
    try (TopicReader<TenantPolicy> reader = open()) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!reader.caughtUp()) {
        if (System.nanoTime() > end) {
          throw new GatewayException("could not read " + Topics.TENANTS + " within " + PATIENCE);
        }
        for (TopicReader.Item<TenantPolicy> item : reader.next(TURN)) {
          item.value()
              .ifPresentOrElse(
                  policy -> policies.put(item.key(), policy), () -> policies.remove(item.key()));
        }
      }
    }
    return policies;
  }

  private void write(TenantPolicy policy) {
    try (TopicReader<TenantPolicy> reader =
        TopicReader.open(settings, Topics.TENANTS, Codecs.POLICY, Start.NOW)) {
      writer
          .write(Topics.TENANTS, policy.tenant().value(), Codecs.POLICY.encode(policy))
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      awaitReadable(reader, policy);
    } catch (ExecutionException failure) {
      throw new GatewayException(
          "the policy of " + policy.tenant() + " was not written",
          failure.getCause() == null ? failure : failure.getCause());
    } catch (TimeoutException failure) {
      throw new GatewayException(
          "the policy of " + policy.tenant() + " was not written within " + PATIENCE, failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new GatewayException("interrupted", failure);
    }
  }

  private static void awaitReadable(TopicReader<TenantPolicy> reader, TenantPolicy policy) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (reader.next(TURN).stream()
        .noneMatch(item -> item.value().map(policy::equals).orElse(false))) {
      if (System.nanoTime() > end) {
        throw new GatewayException(
            "the policy of " + policy.tenant() + " cannot be read yet after " + PATIENCE);
      }
    }
  }

  private TopicReader<TenantPolicy> open() {
    return TopicReader.open(settings, Topics.TENANTS, Codecs.POLICY, Start.EARLIEST);
  }

  @Override
  public void close() {
    writer.close();
  }
}
