package dev.sluice.architecture.planted.ledger;

import java.time.Instant;

/** Asks for the time by itself. */
final class ReadsTheClock {
  Instant time() {
    return Instant.now();
  }
}
