package dev.sluice.verdict;

/** What a program wrote; kept whatever the verdict. */
public record Output(Captured stdout, Captured stderr) {
  public static final Output NONE = new Output(Captured.NOTHING, Captured.NOTHING);
}
