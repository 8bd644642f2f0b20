package dev.sluice.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Binding;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.CapabilityAnswer;
import dev.sluice.sandbox.CapabilityAnswer.Denied;
import dev.sluice.sandbox.CapabilityAnswer.Failed;
import dev.sluice.sandbox.CapabilityAnswer.Value;
import dev.sluice.sandbox.CapabilityCall;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What programs may ask of a database, whichever it is. */
@Timeout(120)
abstract class DatabaseBindingsContractTest {
  private final TestingCallListener listener = new TestingCallListener();
  private Broker broker = new Broker(_ -> Optional.empty(), listener);

  /** Of an empty database of this test's own. */
  abstract String url();

  /** A query that runs for longer than the test has patience. */
  abstract String endlessQuery();

  @BeforeEach
  void fill() {
    broker = new Broker(name -> Optional.ofNullable(Map.of("db", url()).get(name)), listener);
    Jdbi.create(url())
        .useHandle(
            handle -> {
              handle.execute("CREATE TABLE orders (id INTEGER, customer VARCHAR(20), total REAL)");
              handle.execute("INSERT INTO orders VALUES (1, 'ada', 9.5), (2, 'bob', 3.0)");
              handle.execute("INSERT INTO orders VALUES (3, 'ada', NULL)");
            });
  }

  @Nested
  class Queries {
    @Test
    void bring_rows_by_the_name_of_a_statement_and_its_parameters() {
      assertThat(ask("byCustomer", "[{\"customer\": \"ada\"}]"))
          .isEqualTo(
              new Value(
                  "{\"rows\":[{\"id\":1,\"total\":9.5},{\"id\":3,\"total\":null}],\"truncated\":false}"));
      assertThat(listener.told()).singleElement().asString().endsWith("byCustomer: 2 rows");
    }

    @Test
    void take_what_a_program_says_as_a_value_only() {
      assertThat(ask("byCustomer", "[{\"customer\": \"x' OR '1'='1\"}]"))
          .isEqualTo(new Value("{\"rows\":[],\"truncated\":false}"));
    }

    @Test
    void are_cut_at_their_limit_of_rows_and_say_so() {
      assertThat(ask("all", "[]"))
          .isEqualTo(new Value("{\"rows\":[{\"id\":1},{\"id\":2}],\"truncated\":true}"));
    }

    @Test
    void cannot_change_anything() {
      assertThat(ask("sneaky", "[]")).isInstanceOf(Failed.class);
      assertThat(orders()).isEqualTo(3);
    }

    @Test
    void end_when_their_time_is_over() {
      assertThat(ask("endless", "[]")).isInstanceOf(Failed.class);
    }

    @Test
    void are_denied_under_another_name_or_with_other_parameters() {
      assertThat(ask("DROP", "[]"))
          .isEqualTo(new Denied("operation", "no statement is called DROP"));
      assertThat(ask("byCustomer", "[]")).isInstanceOfSatisfying(Denied.class, this::isArguments);
      assertThat(ask("byCustomer", "[{\"customer\": \"ada\", \"more\": 1}]"))
          .isInstanceOfSatisfying(Denied.class, this::isArguments);
      assertThat(ask("byCustomer", "[{\"customer\": [1]}]"))
          .isInstanceOfSatisfying(Denied.class, this::isArguments);
    }

    private int orders() {
      return Jdbi.create(url())
          .withHandle(
              handle ->
                  handle.createQuery("SELECT count(*) FROM orders").mapTo(Integer.class).one());
    }

    private void isArguments(Denied denied) {
      assertThat(denied.rule()).isEqualTo("arguments");
    }

    private CapabilityAnswer ask(String statement, String arguments) {
      return call(
          new Binding(
              "db",
              "sql",
              """
              {"url": "${secret:db}", "maxRows": 2, "timeoutMillis": 1000, "statements": {
                "byCustomer": "SELECT id, total FROM orders WHERE customer = :customer ORDER BY id",
                "all": "SELECT id FROM orders ORDER BY id",
                "sneaky": "DELETE FROM orders",
                "endless": "%s"}}
              """
                  .formatted(endlessQuery())),
          statement,
          arguments);
    }
  }

  @Nested
  class A_store {
    @Test
    void keeps_values_under_keys() {
      assertThat(call(store("a"), "get", "[\"k\"]")).isEqualTo(new Value("null"));
      assertThat(call(store("a"), "put", "[\"k\", {\"n\": [1, \"ü\"]}]"))
          .isEqualTo(new Value("null"));
      assertThat(call(store("a"), "put", "[\"k\", {\"n\": 2}]")).isEqualTo(new Value("null"));

      assertThat(call(store("a"), "get", "[\"k\"]")).isEqualTo(new Value("{\"n\":2}"));
      assertThat(call(store("a"), "list", "[]")).isEqualTo(new Value("[\"k\"]"));
      assertThat(call(store("a"), "delete", "[\"k\"]")).isEqualTo(new Value("true"));
      assertThat(call(store("a"), "delete", "[\"k\"]")).isEqualTo(new Value("false"));
    }

    @Test
    void is_seen_from_no_other_space() {
      call(store("a"), "put", "[\"k\", 1]");

      assertThat(call(store("b"), "get", "[\"k\"]")).isEqualTo(new Value("null"));
      assertThat(call(store("b"), "list", "[]")).isEqualTo(new Value("[]"));
    }

    @Test
    void has_bounds() {
      call(store("a"), "put", "[\"1\", 1]");
      call(store("a"), "put", "[\"2\", 1]");

      assertThat(call(store("a"), "put", "[\"3\", 1]"))
          .isEqualTo(new Denied("keys", "there are 2 keys already"));
      assertThat(call(store("a"), "put", "[\"2\", 2]")).isEqualTo(new Value("null"));
      assertThat(call(store("a"), "put", "[\"2\", \"1234567890123456789\"]"))
          .isEqualTo(new Denied("value-size", "a value has at most 20 bytes"));
      assertThat(call(store("a"), "put", "[\"\", 1]")).isInstanceOf(Denied.class);
      assertThat(call(store("a"), "get", "[7]")).isInstanceOf(Denied.class);
      assertThat(call(store("a"), "drop", "[]")).isInstanceOf(Denied.class);
    }

    private Binding store(String space) {
      return new Binding(
          "notes",
          "kv",
          """
          {"url": "${secret:db}", "space": "%s", "valueBytes": 20, "keys": 2}"""
              .formatted(space));
    }
  }

  private CapabilityAnswer call(Binding binding, String operation, String arguments) {
    return broker
        .open(Assignments.in(Tier.CONTAINER, Languages.PYTHON).granted(binding).running("print(1)"))
        .call(new CapabilityCall(binding.name(), operation, arguments));
  }
}
