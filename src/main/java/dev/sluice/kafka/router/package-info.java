/**
 * The router stage: a ledger for each partition of tenants, inside a Kafka Streams topology that
 * reads and writes in transactions ({@code exactly_once_v2}), so that what the ledger decided is
 * written once, whatever is killed.
 *
 * <p>Imports {@code ledger}, the codecs of {@code kafka.wire} and what stages share. The processor
 * and its state belong to one stream thread each; policies and capacity come from global stores,
 * which another thread fills.
 */
@NullMarked
package dev.sluice.kafka.router;

import org.jspecify.annotations.NullMarked;
