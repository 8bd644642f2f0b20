package dev.sluice.capability;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteBindingsTest extends DatabaseBindingsContractTest {
  @TempDir Path folder;

  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("test.db");
  }

  @Override
  String endlessQuery() {
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS m FROM n";
  }
}
