/**
 * The container pool: one hardened container a job, made by a real engine, never reused.
 *
 * <p>The only package that speaks to the engine (docker-java). Imports {@code job}, {@code cgroup},
 * {@code verdict} and {@code sandbox}; no pool imports another. A run blocks its caller's thread;
 * the engine's streams come in on docker-java's threads, which only fill a {@link
 * dev.sluice.container.Capture} or free a semaphore; one thread of the pool watches the engine and
 * reaps. What a container says is untrusted: endings are judged from what the engine and the kernel
 * report, never from what the program printed.
 */
@NullMarked
package dev.sluice.container;

import org.jspecify.annotations.NullMarked;
