/** The typed client against a real broker, and the policy's file by sentences. */
@NullMarked
package dev.sluice.kafka.gateway;

import org.jspecify.annotations.NullMarked;
