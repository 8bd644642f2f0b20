package dev.sluice.capability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.job.Assignment;
import dev.sluice.job.Binding;
import dev.sluice.job.TenantId;
import dev.sluice.sandbox.Capabilities;
import dev.sluice.sandbox.CapabilityBroker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Opens a desk for each attempt at a job. What is counted over jobs, such as the calls of a minute,
 * is counted by tenant and binding for as long as either is in use. Thread-safe.
 */
public final class Broker implements CapabilityBroker {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int MOST_CONNECTORS = 10_000;

  private final Secrets secrets;
  private final CallListener listener;
  private final Cache<Granted, Optional<Connector>> connectors =
      Caffeine.newBuilder().maximumSize(MOST_CONNECTORS).expireAfterAccess(FORGOTTEN_AFTER).build();

  /** A binding is a tenant's own, whatever others call theirs. */
  private record Granted(TenantId tenant, Binding binding) {}

  public Broker(Secrets secrets, CallListener listener) {
    this.secrets = secrets;
    this.listener = listener;
  }

  @Override
  public Capabilities open(Assignment assignment) {
    Map<String, Optional<Connector>> granted =
        assignment.grants().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Binding::name,
                    binding ->
                        connectors.get(
                            new Granted(assignment.key().tenant(), binding), this::connector)));
    return new Desk(assignment, granted, listener);
  }

  /** Nothing, for a binding that a newer policy knows and this executor does not. */
  private Optional<Connector> connector(Granted granted) {
    return BindingKinds.of(granted.binding())
        .map(kind -> kind.connector(granted.binding(), secrets));
  }
}
