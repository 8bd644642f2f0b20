/**
 * The port between executors and pools: what an executor asks of any pool, and what it gets back.
 *
 * <p>Imports the JDK and the value packages below it ({@code job}, {@code verdict}). Pools
 * implement it, executors call it, and neither sees the other. The laws are in {@link
 * dev.sluice.sandbox.SandboxPool}, and {@code SandboxPoolContractTest} holds every pool to them.
 */
@NullMarked
package dev.sluice.sandbox;

import org.jspecify.annotations.NullMarked;
