package dev.sluice.architecture.planted.ledger;

import java.util.UUID;

/** Never the same twice. */
final class ThrowsDice {
  UUID any() {
    return UUID.randomUUID();
  }
}
