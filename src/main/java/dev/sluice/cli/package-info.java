/**
 * The commands: what they take, what they print, how they exit. The only package that prints.
 *
 * <p>Imports picocli, {@code kafka.gateway} and {@code kafka.topics}, {@code json} and the value
 * packages. What runs in this process is behind {@link dev.sluice.cli.Installation}, which the
 * composition root implements. A command runs in the main thread.
 */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
