package dev.sluice.architecture.planted.tenant;

import dev.sluice.architecture.planted.verdict.Back;

/** One half of a cycle. */
public record Circle(Back back) {}
