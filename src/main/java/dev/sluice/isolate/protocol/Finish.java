package dev.sluice.isolate.protocol;

/** How a program ended, as its worker saw it. */
public sealed interface Finish {

  /** By itself, with this code. */
  record Exited(int exitCode) implements Finish {}

  /** By an error that it did not catch. */
  record Threw(String error) implements Finish {}

  /** Before it began: it is not a program. */
  record DidNotCompile(String error) implements Finish {}

  /** At its output limit. */
  record WroteTooMuch() implements Finish {}

  /** On an order. */
  record Stopped() implements Finish {}
}
