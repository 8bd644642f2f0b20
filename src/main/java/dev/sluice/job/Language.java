package dev.sluice.job;

import java.util.Set;

/**
 * A language that programs may be written in.
 *
 * @param name what a submission says, such as {@code javascript}
 * @param sourceFile what single-file code is called in the sandbox, such as {@code main.js}
 * @param sourceSuffixes endings of files that count as source, each with its dot; any other file is
 *     data
 * @param tiers the kinds of sandbox that can run it
 */
public record Language(
    String name, String sourceFile, Set<String> sourceSuffixes, Set<Tier> tiers) {

  public Language {
    sourceSuffixes = Set.copyOf(sourceSuffixes);
    tiers = Set.copyOf(tiers);
  }

  public boolean isSource(String path) {
    return sourceSuffixes.stream().anyMatch(path::endsWith);
  }
}
