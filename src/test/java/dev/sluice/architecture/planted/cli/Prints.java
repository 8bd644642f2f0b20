package dev.sluice.architecture.planted.cli;

/** Allowed to print; used from below. */
public record Prints() {}
