/** The plan by sentences, the shipped files by the promises they carry, and both on a broker. */
@NullMarked
package dev.sluice.kafka.topics;

import org.jspecify.annotations.NullMarked;
