package dev.sluice.validate;

/** How a value out of a submission looks in a message: quoted, cut, with nothing that hides. */
final class Shown {
  private static final int CHARACTERS = 80;

  private Shown() {}

  /** At most 80 characters in double quotes; controls and invisible characters as escapes. */
  static String quoted(String value) {
    return '"' + plain(value, CHARACTERS) + '"';
  }

  /** At most so many characters; controls and invisible characters as escapes. */
  static String plain(String value, int characters) {
    StringBuilder text = new StringBuilder();
    value.codePoints().limit(characters).forEach(point -> append(text, point));
    return value.codePointCount(0, value.length()) > characters ? text + "…" : text.toString();
  }

  private static void append(StringBuilder text, int point) {
    if (isVisible(point)) {
      text.appendCodePoint(point);
    } else if (Character.isBmpCodePoint(point)) {
      text.append("\\u%04x".formatted(point));
    } else {
      text.append("\\u{%x}".formatted(point));
    }
  }

  /** Whether a reader can see the character: no control, no direction mark, no half of a pair. */
  static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
