package dev.sluice.capability;

/** What of a program's own words may stand in a message and in the audit trail. */
final class Shown {
  private static final int LONGEST = 64;

  private Shown() {}

  static String name(String word) {
    String plain = word.replaceAll("[^\\p{Graph}]", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
