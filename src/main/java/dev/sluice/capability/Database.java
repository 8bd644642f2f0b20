package dev.sluice.capability;

import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/**
 * A database that is reached by JDBC: PostgreSQL or SQLite. A connection is opened for each call
 * and closed after it. Any thread.
 *
 * @param url with secrets in it, if need be
 */
record Database(SecretText url, Secrets secrets, Duration timeout) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String SQLITE_READ_ONLY = "1";
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /**
   * @throws IllegalArgumentException when the URL is neither a secret nor of a database we know
   */
  Database {
    String text = url.template();
    if (url.names().isEmpty() && !text.startsWith(SQLITE) && !text.startsWith(POSTGRESQL)) {
      throw Terms.wrong(
          "url", "must be a secret, or begin with " + SQLITE + " or " + POSTGRESQL, text);
    }
  }

  /** A connection that can change nothing, in a transaction that is to be rolled back. */
  Handle openToRead() {
    String revealed = url.reveal(secrets);
    Properties properties = properties(revealed);
    boolean sqlite = revealed.startsWith(SQLITE);
    if (sqlite) {
      properties.setProperty("open_mode", SQLITE_READ_ONLY);
    }
    Handle handle = Jdbi.open(revealed, properties);
    if (!sqlite) {
      handle.setReadOnly(true);
    }
    return handle.begin();
  }

  Handle openToWrite() {
    String revealed = url.reveal(secrets);
    return Jdbi.open(revealed, properties(revealed));
  }

  /** Cancels the statement, wherever it is by then, when its time is over. */
  <T extends SqlStatement<T>> T within(T statement) {
    return statement.addCustomizer(new Deadline(timeout));
  }

  private Properties properties(String revealed) {
    Properties properties = new Properties();
    if (revealed.startsWith(POSTGRESQL)) {
      properties.putAll(
          Map.of(
              "connectTimeout",
              Long.toString(CONNECTING.toSeconds()),
              "socketTimeout",
              Long.toString(timeout.plus(CONNECTING).toSeconds())));
    }
    return properties;
  }

  /** Of one execution of one statement, its rows included. */
  private static final class Deadline implements StatementCustomizer {
    private final Duration timeout;
    private volatile Optional<CompletableFuture<Void>> alarm = Optional.empty();

    Deadline(Duration timeout) {
      this.timeout = timeout;
    }

    @Override
    public void beforeExecution(java.sql.PreparedStatement statement, StatementContext context) {
      alarm =
          Optional.of(
              CompletableFuture.runAsync(
                  () -> cancel(statement),
                  CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)));
      context.addCleanable(() -> alarm.ifPresent(set -> set.cancel(false)));
    }

    private static void cancel(Statement statement) {
      try {
        statement.cancel();
      } catch (java.sql.SQLException ended) {
        // There is nothing left to cancel.
      }
    }
  }
}
