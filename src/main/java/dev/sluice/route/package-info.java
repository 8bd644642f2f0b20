/**
 * Which kind of sandbox a job needs, and why: a pure function of the submission and its tenant's
 * policy.
 *
 * <p>What a program needs is told from its text by heuristics that are honest about it: the reason
 * says what was found, and a submission that names a tier is believed. Nothing here guards
 * anything: a program in the wrong tier fails there, it does not escape.
 *
 * <p>Imports the JDK, {@code job} and {@code tenant}. No state, any thread.
 */
@NullMarked
package dev.sluice.route;

import org.jspecify.annotations.NullMarked;
