package dev.sluice.job;

/**
 * Who asks. The key of almost every topic, so one partition owns one tenant. No slash: it names
 * topics and paths.
 */
public record TenantId(String value) {

  /** Whose policy a tenant without one of its own gets. */
  public static final TenantId DEFAULT = new TenantId("default");

  /**
   * The owner of what no tenant asked for: sandboxes started ahead, records that could not be read.
   */
  public static final TenantId PLATFORM = new TenantId("_platform");

  public TenantId {
    Identifiers.requireWellFormed("tenant", value);
    if (value.contains("/")) {
      throw new IllegalArgumentException("tenant must not contain a slash: \"" + value + "\"");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
