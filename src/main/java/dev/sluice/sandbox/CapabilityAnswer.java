package dev.sluice.sandbox;

/** What came of a program's call. */
public sealed interface CapabilityAnswer {

  /** It was done; what it brought, as JSON. */
  record Value(String json) implements CapabilityAnswer {}

  /**
   * It was not allowed, and nothing was done.
   *
   * @param rule the stable name of what forbids it, such as {@code grant} or {@code path}
   */
  record Denied(String rule, String reason) implements CapabilityAnswer {}

  /** It was allowed, and what is called did not do it, or not in time. */
  record Failed(String reason) implements CapabilityAnswer {}
}
