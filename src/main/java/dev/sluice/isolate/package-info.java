/**
 * The isolate pool: programs run in contexts inside confined worker processes, watched from here.
 *
 * <p>Imports {@code sandbox}, {@code validate} and what lies below; only its language packages use
 * {@code org.graalvm}. A context is not a boundary and is never used as one: the boundary is the
 * worker process, which serves one tenant from its first program to its death.
 *
 * <p>Threads: callers of {@code run} watch their own program; one thread starts processes, one
 * tends the pool, and each worker has one that reads its reports. What they share is guarded in
 * {@code WorkerRoster} (which workers are free) and {@code Conversation} (what a worker has said).
 */
@NullMarked
package dev.sluice.isolate;

import org.jspecify.annotations.NullMarked;
