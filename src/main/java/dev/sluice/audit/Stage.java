package dev.sluice.audit;

/** The part of Sluice that decided. */
public enum Stage {
  GATEWAY,
  VALIDATOR,
  ROUTER,
  EXECUTOR;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
