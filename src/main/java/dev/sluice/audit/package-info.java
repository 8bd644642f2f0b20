/**
 * The audit trail: what is recorded of every decision, under an id that is the same however often
 * the decision is replayed, in chains of hashes that show when a record was changed or left out.
 *
 * <p>Imports the JDK, {@code job}, {@code tenant} and {@code verdict}. Immutable values, but for
 * {@link dev.sluice.audit.HashChain}, which belongs to one writer and one thread. No event holds
 * code, output or a secret.
 */
@NullMarked
package dev.sluice.audit;

import org.jspecify.annotations.NullMarked;
