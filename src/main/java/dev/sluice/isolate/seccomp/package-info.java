/**
 * What a worker process may ask of the kernel, as a filter that the kernel itself enforces.
 *
 * <p>The calls are named, not numbered: libseccomp, called through {@code java.lang.foreign}, knows
 * their numbers on this machine's architecture and compiles the filter. Imports the JDK only. No
 * threads of its own.
 */
@NullMarked
package dev.sluice.isolate.seccomp;

import org.jspecify.annotations.NullMarked;
