package dev.sluice.job;

import java.util.Optional;

/** The tier a submission asks for. */
public enum RequestedTier {
  AUTO,
  ISOLATE,
  CONTAINER;

  /** The tier asked for by name, or empty for {@link #AUTO}. */
  public Optional<Tier> explicit() {
    return switch (this) {
      case AUTO -> Optional.empty();
      case ISOLATE -> Optional.of(Tier.ISOLATE);
      case CONTAINER -> Optional.of(Tier.CONTAINER);
    };
  }
}
