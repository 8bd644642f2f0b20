package dev.sluice.capability;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places for secrets, such as <code>Bearer ${secret:weather-key}</code>.
 *
 * @param template the text; safe to show
 */
record SecretText(String template) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
  private static final String KIND = "secret:";

  SecretText {
    PLACE
        .matcher(template)
        .results()
        .map(place -> place.group(1))
        .filter(
            place -> !place.startsWith(KIND) || !SecretStore.isName(place.substring(KIND.length())))
        .findFirst()
        .ifPresent(
            place -> {
              throw new IllegalArgumentException(
                  "${%s} must be ${secret:NAME}, with small letters, digits and - in the name"
                      .formatted(place));
            });
  }

  /** The names of its secrets. */
  Set<String> names() {
    return PLACE
        .matcher(template)
        .results()
        .map(place -> place.group(1).substring(KIND.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The text with the secrets in it: never to be shown.
   *
   * @throws MissingSecretException that names the secret that is not there
   */
  String reveal(Secrets secrets) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(value(secrets, place.group(1).substring(KIND.length()))));
  }

  private static String value(Secrets secrets, String name) {
    return secrets.named(name).orElseThrow(() -> new MissingSecretException(name));
  }
}
