/** The messages: round trips, hostile bytes, old and new versions of the schemas. */
@NullMarked
package dev.sluice.kafka.wire;

import org.jspecify.annotations.NullMarked;
