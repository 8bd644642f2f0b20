/**
 * The heart of the router: admission under quotas, holding, dispatch, attempts, leases, and the one
 * settlement of every job, as a state machine {@code (state, event, now) -> effects}.
 *
 * <p>Imports the JDK, {@code validate}, {@code route} and the value packages below. No clock, no
 * Kafka, no randomness, no logger: the same events in the same order give the same effects, which
 * is what the model test and the changelog rely on. State is behind {@link
 * dev.sluice.ledger.LedgerState}, one instance a partition, used by one thread.
 */
@NullMarked
package dev.sluice.ledger;

import org.jspecify.annotations.NullMarked;
