package dev.sluice.job;

import java.util.regex.Pattern;

/** The one form that every identifier in Sluice has. */
final class Identifiers {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._:/@+-]{0,199}");

  private Identifiers() {}

  static String requireWellFormed(String field, String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          field
              + " must be 1 to 200 letters, digits or ._:/@+- and start with a letter, digit or _: \""
              + abbreviate(value)
              + "\"");
    }
    return value;
  }

  private static String abbreviate(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
