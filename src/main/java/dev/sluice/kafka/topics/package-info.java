/**
 * Topics as code: their names, the files that describe them, and the plan that makes a cluster
 * match. Plans are pure; the admin client's calls are in one runner. No threads.
 */
@NullMarked
package dev.sluice.kafka.topics;

import org.jspecify.annotations.NullMarked;
