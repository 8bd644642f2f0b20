package dev.sluice.ledger;

import java.time.Duration;
import java.util.Optional;

/** What is known of the pools that could run a job. */
public sealed interface Availability {

  /**
   * Executors offer slots.
   *
   * @param slots of all of them
   * @param service for how long a program lately kept a slot, the mean; empty when nobody knows
   */
  record Open(int slots, Optional<Duration> service) implements Availability {}

  /** Executors are there, and say why they cannot run it. */
  record Closed(String reason) implements Availability {}

  /** No executor has been heard of. */
  record Unknown() implements Availability {}
}
