package dev.sluice.ledger;

/** What is known of the pools that could run a job. */
public sealed interface Availability {

  /** Executors offer this many slots in all. */
  record Open(int slots) implements Availability {}

  /** Executors are there, and say why they cannot run it. */
  record Closed(String reason) implements Availability {}

  /** No executor has been heard of. */
  record Unknown() implements Availability {}
}
