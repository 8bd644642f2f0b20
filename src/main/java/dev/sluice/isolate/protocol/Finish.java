package dev.sluice.isolate.protocol;

/** How a program ended, as its worker saw it. */
public sealed interface Finish {

  /** By itself, with this code of one byte. */
  record Exited(int exitCode) implements Finish {
    public Exited {
      if (exitCode < 0 || exitCode > 255) {
        throw new IllegalArgumentException("exitCode must be from 0 to 255: " + exitCode);
      }
    }
  }

  /** By an error that it did not catch. */
  record Threw(String error) implements Finish {}

  /** Before it began: it is not a program. */
  record DidNotCompile(String error) implements Finish {}

  /** At its output limit. */
  record WroteTooMuch() implements Finish {}

  /** On an order. */
  record Stopped() implements Finish {}
}
