/**
 * JavaScript on GraalVM: engines and contexts without any access to the host, the program's files
 * as a read-only file system, timers, and what a program finds in its global scope.
 *
 * <p>Uses {@code org.graalvm}. Contexts are made, entered and closed by one thread each; closing
 * one from another thread is how a program is stopped.
 */
@NullMarked
package dev.sluice.isolate.javascript;

import org.jspecify.annotations.NullMarked;
