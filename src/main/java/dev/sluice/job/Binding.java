package dev.sluice.job;

import java.util.regex.Pattern;

/**
 * Something outside every sandbox that a program may be let to call, by its name.
 *
 * @param name what programs and submissions call it; a name in any language, such as {@code
 *     weather}
 * @param kind of what it is, such as {@code http}
 * @param terms what may be done with it and where it is: a JSON object as the kind defines it, with
 *     secrets by their names only
 */
public record Binding(String name, String kind, String terms) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9_]{0,62}");

  public Binding {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a capability's name must be a small letter, then letters, digits and _, at most 63: \"%s\""
              .formatted(name));
    }
    if (!NAME.matcher(kind).matches()) {
      throw new IllegalArgumentException("%s: its kind is not one: \"%s\"".formatted(name, kind));
    }
  }
}
