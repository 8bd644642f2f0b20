/** Everything that speaks Kafka; only the packages below this one do. */
@NullMarked
package dev.sluice.kafka;

import org.jspecify.annotations.NullMarked;
