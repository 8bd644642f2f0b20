/**
 * Which kind of sandbox a job needs, and why: a pure function of the submission and its tenant's
 * policy.
 *
 * <p>Imports the JDK, {@code job} and {@code tenant}. No state, any thread.
 */
@NullMarked
package dev.sluice.route;

import org.jspecify.annotations.NullMarked;
