package dev.sluice.architecture.planted.container;

/** Used by the room next door. */
public record Neighbour() {}
