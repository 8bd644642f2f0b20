/**
 * What was asked: identifiers, programs, languages, limits, and the assignment an executor is
 * given.
 *
 * <p>The bottom of the house: imports the JDK only. Everything here is an immutable value that any
 * thread may hold. A {@link dev.sluice.job.Submission} is a claim that nobody has judged yet, so
 * only its identifiers are checked when it is built; the rest is for the validator, which answers
 * with a reason instead of an exception.
 */
@NullMarked
package dev.sluice.job;

import org.jspecify.annotations.NullMarked;
