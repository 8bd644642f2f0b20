/**
 * The JSON shapes that people and tools meet: a submission, a result, a status, an audit record. A
 * line of {@code sluice run} and the body of {@code POST /v1/jobs} are the same shape, so both
 * edges read and write it here.
 *
 * <p>Imports Jackson, {@code audit}, {@code verdict} and {@code job}. Everything is stateless; any
 * thread. Reading is strict and answers with a {@link dev.sluice.json.Reading}, never an exception.
 */
@NullMarked
package dev.sluice.json;

import org.jspecify.annotations.NullMarked;
