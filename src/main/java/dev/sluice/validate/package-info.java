/**
 * The judgement on a submission before anything of it runs: rules in order, cheapest first, each
 * with findings that are recorded and may reject.
 *
 * <p>Imports the JDK, {@code route} and the value packages below. Pure: time and policy are
 * parameters, parsers come in through {@link dev.sluice.validate.SyntaxChecker}. Any thread.
 */
@NullMarked
package dev.sluice.validate;

import org.jspecify.annotations.NullMarked;
