package dev.sluice.sandbox;

import java.time.InstantSource;

/**
 * What a pool has to do with outside of itself.
 *
 * @param listener hears of its sandboxes
 * @param broker carries out what programs call
 */
public record Surroundings(
    SandboxListener listener, CapabilityBroker broker, InstantSource clock) {}
