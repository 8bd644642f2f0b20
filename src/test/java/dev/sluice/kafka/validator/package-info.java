/** The validator's topology, driven by hand. No broker. */
@NullMarked
package dev.sluice.kafka.validator;

import org.jspecify.annotations.NullMarked;
