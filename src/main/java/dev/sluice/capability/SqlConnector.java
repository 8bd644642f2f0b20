package dev.sluice.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.sandbox.CapabilityAnswer;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Asks a database what a policy lets be asked: queries by their names, with named parameters. The
 * text of a query is the policy's; what a program says is only ever a value in it. Each call has a
 * read-only transaction of its own, which is rolled back.
 */
final class SqlConnector implements Connector {
  private final Database database;
  private final Map<String, String> statements;
  private final Bounds bounds;
  private final Rate rate;

  /** What an answer may hold; it is cut there and says so. */
  record Bounds(int rows, int bytes) {}

  SqlConnector(Database database, Map<String, String> statements, Bounds bounds, Rate rate) {
    this.database = database;
    this.statements = statements;
    this.bounds = bounds;
    this.rate = rate;
  }

  @Override
  public Reply call(String operation, ArrayNode arguments) {
    String statement = statements.get(operation);
    if (statement == null) {
      return Reply.denied("operation", "no statement is called " + operation);
    }
    JsonNode parameters = arguments.path(0);
    boolean wellFormed =
        arguments.size() <= 1
            && (parameters.isMissingNode() || parameters.isObject())
            && parameters.valueStream().allMatch(JsonNode::isValueNode);
    if (!wellFormed) {
      return Reply.denied("arguments", "arguments must be one object of names and plain values");
    }
    return rate.refusal().orElseGet(() -> ask(operation, statement, parameters));
  }

  private Reply ask(String operation, String statement, JsonNode parameters) {
    try (Handle handle = database.openToRead()) {
      try {
        return ask(handle, operation, statement, parameters);
      } finally {
        handle.rollback();
      }
    } catch (MissingSecretException missing) {
      return Reply.failed(String.valueOf(missing.getMessage()), operation);
    } catch (JdbiException refused) {
      return Reply.failed(reason(refused), operation + ": failed");
    }
  }

  private Reply ask(Handle handle, String operation, String statement, JsonNode parameters) {
    Query query = database.within(handle.createQuery(statement)).setMaxRows(bounds.rows() + 1);
    SortedSet<String> names = names(query, statement);
    if (!names.equals(names(parameters))) {
      return Reply.denied("arguments", "%s takes %s".formatted(operation, names));
    }
    parameters
        .properties()
        .forEach(parameter -> query.bind(parameter.getKey(), value(parameter.getValue())));
    try (ResultIterator<Map<String, Object>> rows = query.mapToMap().iterator()) {
      return answer(operation, rows);
    }
  }

  private static SortedSet<String> names(Query query, String statement) {
    return new TreeSet<>(
        query
            .getConfig(SqlStatements.class)
            .getSqlParser()
            .parse(statement, query.getContext())
            .getParameters()
            .getParameterNames());
  }

  private static SortedSet<String> names(JsonNode parameters) {
    return parameters.properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Reply answer(String operation, Iterator<Map<String, Object>> rows) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode kept = answer.putArray("rows");
    int bytes = 0;
    boolean truncated = false;
    while (rows.hasNext() && !truncated) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      rows.next().forEach((column, value) -> put(row, column, value));
      bytes += row.toString().length();
      truncated = kept.size() == bounds.rows() || bytes > bounds.bytes();
      if (!truncated) {
        kept.add(row);
      }
    }
    answer.put("truncated", truncated);
    return new Reply(
        new CapabilityAnswer.Value(answer.toString()),
        "%s: %d rows".formatted(operation, kept.size()));
  }

  private static Object value(JsonNode parameter) {
    return switch (parameter.getNodeType()) {
      case BOOLEAN -> parameter.booleanValue();
      case NUMBER -> parameter.numberValue();
      case NULL -> Optional.empty();
      default -> parameter.asText();
    };
  }

  private static void put(ObjectNode row, String column, Object value) {
    switch (value) {
      case null -> row.putNull(column);
      case Boolean bool -> row.put(column, bool);
      case Integer number -> row.put(column, number);
      case Long number -> row.put(column, number);
      case Double number -> row.put(column, number);
      case Float number -> row.put(column, number);
      case java.math.BigDecimal number -> row.put(column, number);
      case byte[] bytes -> row.put(column, bytes);
      default -> row.put(column, value.toString());
    }
  }

  /** By the standard's code and not in the database's words, which may quote what it holds. */
  private static String reason(JdbiException refused) {
    return refused.getCause() instanceof SQLException sql && sql.getSQLState() != null
        ? "the database refused: SQLSTATE " + sql.getSQLState()
        : "the database could not be asked, or not in time";
  }
}
