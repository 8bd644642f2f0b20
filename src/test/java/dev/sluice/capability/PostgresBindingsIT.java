package dev.sluice.capability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A real PostgreSQL on the loopback, a database for each test. */
class PostgresBindingsIT extends DatabaseBindingsContractTest {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static EmbeddedPostgres server;
  private String database = "postgres";

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  @Override
  void fill() {
    database = "test" + MADE.incrementAndGet();
    Jdbi.create(server.getJdbcUrl("postgres", "postgres"))
        .useHandle(handle -> handle.execute("CREATE DATABASE " + database));
    super.fill();
  }

  @Override
  String url() {
    return server.getJdbcUrl("postgres", database);
  }

  @Override
  String endlessQuery() {
    return "SELECT CAST(pg_sleep(100) AS VARCHAR(9)) AS slept";
  }
}
