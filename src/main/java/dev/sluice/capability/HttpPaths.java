package dev.sluice.capability;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which paths of a service may be called. Globs are matched against the decoded path; a path that
 * two servers could read in two ways is refused before that.
 */
final class HttpPaths {
  /** Characters that, encoded, some servers take for a path's structure before they match it. */
  private static final Pattern CLOAKED = Pattern.compile("(?i)%(2e|2f|5c|25|3b|3f|23|0.|1.|7f)");

  private static final Pattern UNSURE = Pattern.compile("//|;|(^|/)\\.{1,2}(/|$)|\\P{ASCII}");

  private final List<PathMatcher> allowed;

  HttpPaths(List<String> globs) {
    allowed =
        globs.stream()
            .peek(
                glob -> {
                  if (!glob.startsWith("/")) {
                    throw Terms.wrong("paths", "must each begin with /", glob);
                  }
                })
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
  }

  /**
   * A path that may be called.
   *
   * @param raw as it goes over the wire, with its query if there is one
   * @param shown without its query
   */
  record Allowed(String raw, String shown) {}

  /**
   * Reads what a program calls a path.
   *
   * @return empty if it may not be called
   */
  Optional<Allowed> read(String text) {
    try {
      URI uri = new URI(text);
      String raw = uri.getRawPath();
      boolean plain =
          text.startsWith("/")
              && !text.startsWith("//")
              && uri.getRawFragment() == null
              && !CLOAKED.matcher(raw).find()
              && !UNSURE.matcher(raw).find();
      if (!plain) {
        return Optional.empty();
      }
      Path path = Path.of(uri.getPath());
      return allowed.stream().anyMatch(glob -> glob.matches(path))
          ? Optional.of(
              new Allowed(uri.getRawQuery() == null ? raw : raw + "?" + uri.getRawQuery(), raw))
          : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }
}
