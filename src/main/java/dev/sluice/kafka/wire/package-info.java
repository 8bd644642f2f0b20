/**
 * Avro messages to domain values and back: one codec a message, and the only user of the generated
 * classes. Codecs are thread-safe and start no threads.
 */
@NullMarked
package dev.sluice.kafka.wire;

import org.jspecify.annotations.NullMarked;
