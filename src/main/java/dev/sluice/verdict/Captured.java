package dev.sluice.verdict;

import dev.sluice.job.Content;

/** One stream of a program's output, cut at the limit. */
public record Captured(Content content, boolean truncated) {
  public static final Captured NOTHING = new Captured(Content.EMPTY, false);
}
