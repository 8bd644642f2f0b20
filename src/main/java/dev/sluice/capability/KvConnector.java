package dev.sluice.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.sandbox.CapabilityAnswer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * JSON values under keys, in one space of a table {@code sluice_kv(space, name, value)}, which is
 * made when it is not there. A program sees its space and no other: it is the policy's word.
 */
final class KvConnector implements Connector {
  private static final int LONGEST_NAME = 200;
  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS sluice_kv (
        space VARCHAR(200) NOT NULL, name VARCHAR(200) NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (space, name))
      """;
  private static final String GET =
      "SELECT value FROM sluice_kv WHERE space = :space AND name = :name";
  private static final String LIST =
      "SELECT name FROM sluice_kv WHERE space = :space ORDER BY name";
  private static final String DELETE =
      "DELETE FROM sluice_kv WHERE space = :space AND name = :name";
  private static final String COUNT_OTHERS =
      "SELECT count(*) FROM sluice_kv WHERE space = :space AND name <> :name";
  private static final String PUT =
      """
      INSERT INTO sluice_kv (space, name, value) VALUES (:space, :name, :value)
      ON CONFLICT (space, name) DO UPDATE SET value = excluded.value
      """;

  private final Database database;
  private final String space;
  private final Bounds bounds;
  private final Rate rate;

  /** How long a value's JSON may be in bytes, and how many keys there may be. */
  record Bounds(int valueBytes, int keys) {}

  KvConnector(Database database, String space, Bounds bounds, Rate rate) {
    if (space.isEmpty() || space.length() > LONGEST_NAME) {
      throw Terms.wrong("space", "must have 1 to %d characters".formatted(LONGEST_NAME), space);
    }
    this.database = database;
    this.space = space;
    this.bounds = bounds;
    this.rate = rate;
  }

  @Override
  public Reply call(String operation, ArrayNode arguments) {
    String name = arguments.path(0).asText();
    boolean named =
        arguments.path(0).isTextual()
            && !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.indexOf('\0') < 0;
    return switch (operation) {
      case "list" ->
          arguments.isEmpty() ? within(operation, this::list) : malformed("list takes none");
      case "get" ->
          named && arguments.size() == 1
              ? within(operation, handle -> get(handle, name))
              : malformed("get takes a key");
      case "delete" ->
          named && arguments.size() == 1
              ? within(operation, handle -> delete(handle, name))
              : malformed("delete takes a key");
      case "put" ->
          named && arguments.size() == 2
              ? put(name, arguments.path(1))
              : malformed("put takes a key and a value");
      default -> Reply.denied("operation", "it is not of delete, get, list, put");
    };
  }

  private static Reply malformed(String what) {
    return Reply.denied(
        "arguments", "%s; a key is a text of 1 to %d characters".formatted(what, LONGEST_NAME));
  }

  private Reply put(String name, JsonNode value) {
    String json = value.toString();
    return json.getBytes(StandardCharsets.UTF_8).length > bounds.valueBytes()
        ? Reply.denied("value-size", "a value has at most %d bytes".formatted(bounds.valueBytes()))
        : within("put", handle -> put(handle, name, json));
  }

  private Reply within(String operation, Function<Handle, Reply> work) {
    return rate.refusal().orElseGet(() -> inTransaction(operation, work));
  }

  private Reply inTransaction(String operation, Function<Handle, Reply> work) {
    try (Handle handle = database.openToWrite()) {
      handle.execute(TABLE);
      return handle.inTransaction(work::apply);
    } catch (MissingSecretException missing) {
      return Reply.failed(String.valueOf(missing.getMessage()), operation);
    } catch (JdbiException refused) {
      return Reply.failed("the store could not be used, or not in time", operation + ": failed");
    }
  }

  private Reply get(Handle handle, String name) {
    return value(
        "get", of(handle.createQuery(GET), name).mapTo(String.class).findOne().orElse("null"));
  }

  private Reply list(Handle handle) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    database
        .within(handle.createQuery(LIST))
        .bind("space", space)
        .mapTo(String.class)
        .forEach(names::add);
    return value("list", names.toString());
  }

  private Reply delete(Handle handle, String name) {
    int deleted = of(handle.createUpdate(DELETE), name).execute();
    return value("delete", Boolean.toString(deleted > 0));
  }

  private Reply put(Handle handle, String name, String json) {
    if (of(handle.createQuery(COUNT_OTHERS), name).mapTo(Integer.class).one() >= bounds.keys()) {
      return Reply.denied("keys", "there are %d keys already".formatted(bounds.keys()));
    }
    of(handle.createUpdate(PUT), name).bind("value", json).execute();
    return value("put", "null");
  }

  private <T extends SqlStatement<T>> T of(T statement, String name) {
    return database.within(statement).bind("space", space).bind("name", name);
  }

  private static Reply value(String operation, String json) {
    return new Reply(new CapabilityAnswer.Value(json), operation);
  }
}
