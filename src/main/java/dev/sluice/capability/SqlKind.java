package dev.sluice.capability;

import dev.sluice.job.Binding;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Queries that a policy names, of a database. */
final class SqlKind implements BindingKind {
  private static final Set<String> FIELDS =
      Set.of("url", "statements", "maxRows", "responseBytes", "timeoutMillis", "callsPerMinute");
  private static final int MEBIBYTE = 1 << 20;

  @Override
  public String word() {
    return "sql";
  }

  @Override
  public Connector connector(Binding binding, Secrets secrets) {
    Terms terms = Terms.of(binding, FIELDS);
    Map<String, String> statements = terms.optionalMapping("statements");
    if (statements.isEmpty()) {
      throw Terms.wrong("statements", "must be a mapping from names to queries", statements);
    }
    Duration timeout = Duration.ofMillis(terms.count("timeoutMillis", 10_000, 60_000));
    return new SqlConnector(
        new Database(new SecretText(terms.text("url")), secrets, timeout),
        statements,
        new SqlConnector.Bounds(
            terms.count("maxRows", 1_000, 100_000),
            terms.count("responseBytes", MEBIBYTE, 8 * MEBIBYTE)),
        Rate.perMinute(terms.count("callsPerMinute", 600, 1_000_000)));
  }
}
