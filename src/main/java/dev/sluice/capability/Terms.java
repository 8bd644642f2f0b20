package dev.sluice.capability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.job.Binding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a binding's terms, field by field; each error names the field and the value. */
final class Terms {
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode terms;

  private Terms(JsonNode terms) {
    this.terms = terms;
  }

  static Terms of(Binding binding, Set<String> known) {
    JsonNode terms;
    try {
      terms = JSON.readTree(binding.terms());
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("its terms are not JSON", notJson);
    }
    if (!terms.isObject()) {
      throw new IllegalArgumentException("its terms must be a mapping: " + terms);
    }
    terms.properties().stream()
        .filter(term -> !known.contains(term.getKey()))
        .findFirst()
        .ifPresent(
            term -> {
              throw wrong(
                  term.getKey(),
                  "is not known; known are " + known.stream().sorted().toList(),
                  term.getValue());
            });
    return new Terms(terms);
  }

  String text(String field) {
    JsonNode value = terms.path(field);
    if (!value.isTextual()) {
      throw wrong(field, "must be a text", value);
    }
    return value.asText();
  }

  /** A list of texts, one at least. */
  List<String> texts(String field) {
    List<String> texts = optionalTexts(field);
    if (texts.isEmpty()) {
      throw wrong(field, "must be a list of one text at least", terms.path(field));
    }
    return texts;
  }

  /** A list of texts, empty if there is none. */
  List<String> optionalTexts(String field) {
    JsonNode values = terms.path(field);
    boolean wellFormed =
        values.isMissingNode()
            || (values.isArray() && values.valueStream().allMatch(JsonNode::isTextual));
    if (!wellFormed) {
      throw wrong(field, "must be a list of texts", values);
    }
    return values.valueStream().map(JsonNode::asText).toList();
  }

  /** A mapping from texts to texts, empty if there is none. */
  Map<String, String> optionalMapping(String field) {
    JsonNode values = terms.path(field);
    boolean wellFormed =
        values.isMissingNode()
            || (values.isObject() && values.valueStream().allMatch(JsonNode::isTextual));
    if (!wellFormed) {
      throw wrong(field, "must be a mapping from texts to texts", values);
    }
    return values.properties().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, value -> value.getValue().asText()));
  }

  /** A whole number from 1 to {@code most}; {@code usual} if there is none. */
  int count(String field, int usual, int most) {
    JsonNode value = terms.path(field);
    if (value.isMissingNode()) {
      return usual;
    }
    return Optional.of(value)
        .filter(JsonNode::isIntegralNumber)
        .filter(JsonNode::canConvertToInt)
        .map(JsonNode::intValue)
        .filter(number -> number >= 1 && number <= most)
        .orElseThrow(() -> wrong(field, "must be a whole number from 1 to " + most, value));
  }

  static IllegalArgumentException wrong(String field, String what, Object value) {
    return new IllegalArgumentException("%s %s: %s".formatted(field, what, value));
  }
}
