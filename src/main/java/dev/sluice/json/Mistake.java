package dev.sluice.json;

/**
 * Why something is not a submission.
 *
 * @param field the field's path, such as {@code limits.wallMillis} or {@code files[2].path}; empty
 *     when the whole is wrong
 * @param message what is wrong with it, with the value
 */
public record Mistake(String field, String message) {

  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
