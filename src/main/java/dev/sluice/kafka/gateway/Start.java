package dev.sluice.kafka.gateway;

/** Where a reader begins. */
public enum Start {
  /** At the oldest record that is kept. */
  EARLIEST,
  /** Behind the newest record. */
  NOW
}
