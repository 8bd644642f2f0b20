package dev.sluice.kafka.wire;

import java.util.Arrays;
import java.util.Locale;

/** Constants as words in messages: names as they are, or in lower case. */
final class Words {
  private static final int LONGEST_SHOWN = 60;

  private Words() {}

  /** The constant of this name. */
  static <E extends Enum<E>> E constant(Class<E> type, String field, String word) {
    return find(type, field, word, word);
  }

  /** The constant whose name in lower case this is. */
  static <E extends Enum<E>> E lowerCase(Class<E> type, String field, String word) {
    return find(type, field, word.toUpperCase(Locale.ROOT), word);
  }

  private static <E extends Enum<E>> E find(
      Class<E> type, String field, String name, String given) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be one of %s: \"%s\""
                        .formatted(field, Arrays.toString(type.getEnumConstants()), cut(given))));
  }

  private static String cut(String given) {
    return given.length() <= LONGEST_SHOWN ? given : given.substring(0, LONGEST_SHOWN) + "…";
  }
}
