/**
 * The validator stage: reads {@code code.submissions}, has each record judged, and writes one
 * judged submission, or one dead letter, for each.
 *
 * <p>Imports {@code validate}, the codecs of {@code kafka.wire} and what stages share. At least
 * once: a record that is judged again after a crash gets the same judgement, and the ledger drops
 * the second one. A processor belongs to one stream thread; policies come from a global store,
 * which another thread fills.
 */
@NullMarked
package dev.sluice.kafka.validator;

import org.jspecify.annotations.NullMarked;
