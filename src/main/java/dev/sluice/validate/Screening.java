package dev.sluice.validate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One thing to look for in the text of a file. Patterns are linear in the length of the text (no
 * repetition without a bound or a possessive quantifier), and are tried only where a plain search
 * has found one of their words.
 *
 * @param name stable; policies name it to make it blocking
 * @param explanation what was seen and why it matters, without a word of the code
 */
public record Screening(String name, String explanation, Predicate<String> looksFor) {
  /** Longer lines are packed or generated code, which nobody has read. */
  private static final int LONG_LINE_CHARACTERS = 5_000;

  /** The register, in the order of findings. */
  public static final List<Screening> ALL =
      List.of(
          matching(
              "private-key",
              "holds a private key",
              "-----BEGIN (?:[A-Z0-9]{1,16} ){0,3}PRIVATE KEY-----",
              "PRIVATE KEY-----"),
          // The forms that the providers document for access keys and tokens
          matching(
              "cloud-credentials",
              "holds what looks like a credential of a cloud or code hosting provider",
              "(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])"
                  + "|(?<![\\w-])AIza[\\w-]{35}(?![\\w-])"
                  + "|(?<!\\w)gh[pousr]_[A-Za-z0-9]{36}(?!\\w)"
                  + "|(?<!\\w)xox[abprs]-[A-Za-z0-9-]{10}"
                  + "|(?<!\\w)sk_live_[A-Za-z0-9]{16}",
              "AKIA",
              "ASIA",
              "AIza",
              "ghp_",
              "gho_",
              "ghu_",
              "ghs_",
              "ghr_",
              "xox",
              "sk_live_"),
          naming(
              "metadata-address",
              "names the address where clouds hand out a machine's credentials",
              "169.254.169.254",
              "metadata.google.internal",
              "fd00:ec2::254",
              "100.100.100.200"),
          matching(
              "proc-filesystem",
              "names a path of the system that programs read to look around or to break out",
              "/proc/(?:self|1|sys|kcore|\\d{1,9})(?!\\w)|/sys/fs/cgroup|/var/run/docker\\.sock",
              "/proc/",
              "/sys/fs/",
              "/var/run/"),
          matching(
              "fork-bomb",
              "has the form of a fork bomb",
              "(?<!\\w)(?<name>[:\\w]{1,32}+)\\(\\)\\s{0,64}\\{\\s{0,64}\\k<name>\\s{0,64}"
                  + "\\|\\s{0,64}\\k<name>\\s{0,64}&"
                  + "|while\\s{1,64}(?:True|1|\\(1\\))\\s{0,64}:\\s{0,64}os\\.fork\\(\\)",
              "|",
              "os.fork()"),
          naming(
              "crypto-miner",
              "names a mining pool, protocol or program",
              "stratum+tcp://",
              "stratum+ssl://",
              "xmrig",
              "cryptonight",
              "coinhive",
              "minexmr",
              "nicehash",
              "randomx"),
          matching(
              "dynamic-code",
              "makes code out of text while it runs, which no reading beforehand can judge",
              "(?<![\\w$.])(?:eval|exec|Function|__import__)\\s{0,64}\\("
                  + "|\\.constructor\\s{0,64}\\.\\s{0,64}constructor",
              "eval",
              "exec",
              "Function",
              "__import__",
              ".constructor"),
          new Screening(
              "obfuscated",
              "has a line of more than " + LONG_LINE_CHARACTERS + " characters",
              Screening::hasLongLine),
          new Screening(
              "hidden-text",
              "has characters that turn the direction of text, so that it reads other than it runs",
              text -> text.chars().anyMatch(Screening::turnsDirection)));

  /** The name of every finding there is, as policies may name them. */
  public static List<String> names() {
    return ALL.stream().map(Screening::name).toList();
  }

  boolean sees(String text) {
    return looksFor.test(text);
  }

  private static Screening matching(
      String name, String explanation, String pattern, String... words) {
    Predicate<String> matches = Pattern.compile(pattern).asPredicate();
    List<String> hints = List.of(words);
    return new Screening(
        name, explanation, text -> hints.stream().anyMatch(text::contains) && matches.test(text));
  }

  /** Looks for any of these words, in whatever case. */
  private static Screening naming(String name, String explanation, String... words) {
    List<String> lower = List.of(words);
    return new Screening(
        name,
        explanation,
        text -> lower.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
  }

  private static boolean hasLongLine(String text) {
    int from = 0;
    while (text.length() - from > LONG_LINE_CHARACTERS) {
      int end = text.indexOf('\n', from);
      if (end < 0 || end - from > LONG_LINE_CHARACTERS) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  /** CVE-2021-42574: the embeddings, overrides and isolates of Unicode's bidirectional text. */
  private static boolean turnsDirection(int character) {
    return (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
