package dev.sluice.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object, taken by name and type; what nobody took is unknown. A {@code
 * null} counts as left out. One thread.
 */
final class JsonFields {
  private static final int SHOWN_CHARACTERS = 60;

  private final ObjectNode object;
  private final String path;
  private final Set<String> taken = new HashSet<>();

  private JsonFields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static JsonFields of(JsonNode node, String path) throws MistakeException {
    if (node instanceof ObjectNode object) {
      return new JsonFields(object, path);
    }
    throw mismatch(path, "an object", node);
  }

  Optional<String> text(String name) throws MistakeException {
    Optional<JsonNode> node = take(name);
    return node.isEmpty() ? Optional.empty() : Optional.of(asText(pathOf(name), node.get()));
  }

  String requiredText(String name) throws MistakeException {
    return text(name).orElseThrow(() -> new MistakeException(pathOf(name), "is missing"));
  }

  Optional<Long> number(String name) throws MistakeException {
    Optional<JsonNode> node = take(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.get().isIntegralNumber() || !node.get().canConvertToLong()) {
      throw mismatch(pathOf(name), "a whole number", node.get());
    }
    return Optional.of(node.get().longValue());
  }

  Optional<Long> size(String name) throws MistakeException {
    Optional<Long> number = number(name);
    if (number.isPresent() && number.get() < 0) {
      throw new MistakeException(pathOf(name), "must not be negative: " + number.get());
    }
    return number;
  }

  Optional<Integer> smallNumber(String name) throws MistakeException {
    Optional<Long> number = number(name);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    long value = number.get();
    if (value != (int) value) {
      throw new MistakeException(pathOf(name), "is out of range: " + value);
    }
    return Optional.of((int) value);
  }

  List<String> texts(String name) throws MistakeException {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items(name)) {
      texts.add(asText(pathOf(name) + "[" + texts.size() + "]", item));
    }
    return texts;
  }

  Map<String, String> textByName(String name) throws MistakeException {
    Optional<JsonFields> inner = object(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (inner.isPresent()) {
      for (Map.Entry<String, JsonNode> entry : inner.get().object.properties()) {
        texts.put(entry.getKey(), asText(inner.get().pathOf(entry.getKey()), entry.getValue()));
      }
    }
    return texts;
  }

  Optional<JsonFields> object(String name) throws MistakeException {
    Optional<JsonNode> node = take(name);
    return node.isEmpty() ? Optional.empty() : Optional.of(of(node.get(), pathOf(name)));
  }

  List<JsonFields> objects(String name) throws MistakeException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode item : items(name)) {
      objects.add(of(item, pathOf(name) + "[" + objects.size() + "]"));
    }
    return objects;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** Call when every known field was taken. */
  void requireNoOthers() throws MistakeException {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!taken.contains(field.getKey())) {
        throw new MistakeException(pathOf(field.getKey()), "unknown field");
      }
    }
  }

  String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Optional<JsonNode> take(String name) {
    taken.add(name);
    return has(name) ? Optional.of(object.path(name)) : Optional.empty();
  }

  private JsonNode items(String name) throws MistakeException {
    JsonNode node = take(name).orElseGet(object::arrayNode);
    if (!node.isArray()) {
      throw mismatch(pathOf(name), "an array", node);
    }
    return node;
  }

  private static String asText(String path, JsonNode node) throws MistakeException {
    if (!node.isTextual()) {
      throw mismatch(path, "a string", node);
    }
    return node.textValue();
  }

  private static MistakeException mismatch(String path, String wanted, JsonNode node) {
    String value = node.toString();
    String shown =
        value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS) + "…";
    return new MistakeException(path, "must be " + wanted + ": " + shown);
  }
}
