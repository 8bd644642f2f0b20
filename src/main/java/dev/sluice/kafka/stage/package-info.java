/**
 * What the stages share: how a record that cannot be read is set aside, how an audit event becomes
 * a record, how policies are followed, and how a Kafka Streams stage is set up, started and closed.
 *
 * <p>Imports the value packages, {@code kafka.topics}, {@code kafka.wire} and Kafka's clients. Each
 * class says which thread it belongs to.
 */
@NullMarked
package dev.sluice.kafka.stage;

import org.jspecify.annotations.NullMarked;
