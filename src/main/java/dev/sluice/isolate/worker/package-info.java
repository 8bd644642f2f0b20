/**
 * The program of a worker process: takes orders on standard input, runs one program at a time,
 * reports on standard output.
 *
 * <p>Imports the protocol and the languages. Two threads: the main one reads orders, another runs
 * the program. The process ends when its orders end, so a dead pool leaves no worker.
 */
@NullMarked
package dev.sluice.isolate.worker;

import org.jspecify.annotations.NullMarked;
