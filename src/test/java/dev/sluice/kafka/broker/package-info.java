/** The embedded broker's tests, and the broker that other integration tests share. */
@NullMarked
package dev.sluice.kafka.broker;

import org.jspecify.annotations.NullMarked;
