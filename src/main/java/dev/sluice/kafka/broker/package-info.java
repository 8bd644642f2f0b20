/**
 * A real Kafka broker inside this process, for one machine: {@code sluice run} and {@code sluice
 * serve} without a cluster, and the integration tests.
 *
 * <p>Imports Kafka's server and {@code kafka.topics}. The broker's own threads run until it is
 * closed; nothing here shares state between threads. Listens on 127.0.0.1 only, without
 * authentication: whoever can log in to the machine can talk to it.
 */
@NullMarked
package dev.sluice.kafka.broker;

import org.jspecify.annotations.NullMarked;
