/**
 * What a pool and its worker processes say to each other: length-prefixed Avro over the worker's
 * standard input and output.
 *
 * <p>Imports {@code job} and, alone in the isolate pool, {@code org.apache.avro}. A worker that has
 * run a program may say anything, so frames are bounded before they are read and their structure is
 * walked before anything is allocated for it. Codecs have no state; a stream of frames belongs to
 * one thread at a time.
 */
@NullMarked
package dev.sluice.isolate.protocol;

import org.jspecify.annotations.NullMarked;
