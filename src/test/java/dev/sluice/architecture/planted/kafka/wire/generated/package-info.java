/** Planted: breaks a rule of the house on purpose. */
@NullMarked
package dev.sluice.architecture.planted.kafka.wire.generated;

import org.jspecify.annotations.NullMarked;
