/**
 * What happened: how an attempt ended, the verdict that follows, whose fault it was, and what was
 * used.
 *
 * <p>Imports the JDK, {@code job} and {@code tenant}. Immutable values; the way from an {@link
 * dev.sluice.verdict.Ending} to a {@link dev.sluice.verdict.Verdict} is one pure function, so that
 * no pool can name a verdict by itself.
 */
@NullMarked
package dev.sluice.verdict;

import org.jspecify.annotations.NullMarked;
