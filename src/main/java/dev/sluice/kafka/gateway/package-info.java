/**
 * What the edges need of a cluster, without a word of Kafka in a signature: hand in submissions and
 * wishes to cancel, follow statuses and audit events, find results, keep policies.
 *
 * <p>Imports {@code kafka}, {@code kafka.wire}, {@code kafka.topics}, {@code kafka.stage} and the
 * pure rooms. Sinks write in one thread of their own and never make a caller wait; views follow
 * their topic in one thread of their own and answer in any; readers belong to the thread that uses
 * them. Holds no truth of its own: everything can be read again from the topics.
 */
@NullMarked
package dev.sluice.kafka.gateway;

import org.jspecify.annotations.NullMarked;
