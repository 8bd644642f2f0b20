package dev.sluice.cli.run;

/** A line of input that is not blank. */
public sealed interface NumberedLine {

  /** From 1. */
  int number();

  /**
   * A line as it was read.
   *
   * @param utf8 without its line end; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, handed on to the parser, never compared
  record Whole(int number, byte[] utf8) implements NumberedLine {}

  /** A line that is longer than lines may be; its bytes are skipped. */
  record TooLong(int number) implements NumberedLine {}
}
