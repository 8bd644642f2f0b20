package dev.sluice.capability;

import dev.sluice.job.Binding;
import java.time.Duration;
import java.util.Set;

/** A small store of a tenant's own, kept in a database. */
final class KvKind implements BindingKind {
  private static final Set<String> FIELDS =
      Set.of("url", "space", "valueBytes", "keys", "timeoutMillis", "callsPerMinute");

  @Override
  public String word() {
    return "kv";
  }

  @Override
  public Connector connector(Binding binding, Secrets secrets) {
    Terms terms = Terms.of(binding, FIELDS);
    Duration timeout = Duration.ofMillis(terms.count("timeoutMillis", 10_000, 60_000));
    return new KvConnector(
        new Database(new SecretText(terms.text("url")), secrets, timeout),
        terms.text("space"),
        new KvConnector.Bounds(
            terms.count("valueBytes", 1 << 16, 1 << 20), terms.count("keys", 1_000, 100_000)),
        Rate.perMinute(terms.count("callsPerMinute", 6_000, 1_000_000)));
  }
}
