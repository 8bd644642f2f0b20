package dev.sluice.architecture.planted.ledger;

/** Behaves otherwise on another machine. */
final class ReadsTheEnvironment {
  boolean odd() {
    return System.getenv("SLUICE") != null;
  }
}
