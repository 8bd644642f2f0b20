/** The executor stage around a pool of pretended sandboxes, on a real broker. */
@NullMarked
package dev.sluice.kafka.executor;

import org.jspecify.annotations.NullMarked;
