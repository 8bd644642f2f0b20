/**
 * The executor stage: takes assignments from a tier's topic by a share group (KIP-932), has a pool
 * run them, and writes an outcome for each before it says that it is done with it.
 *
 * <p>Imports the {@code sandbox} port, the codecs of {@code kafka.wire} and what stages share;
 * which pool it is it never knows. A slot is two threads, one that owns a share consumer and one
 * that runs programs; one thread hears cancellations, one publishes capacity.
 */
@NullMarked
package dev.sluice.kafka.executor;

import org.jspecify.annotations.NullMarked;
