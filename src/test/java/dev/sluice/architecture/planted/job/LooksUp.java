package dev.sluice.architecture.planted.job;

import dev.sluice.architecture.planted.cli.Prints;

/** Lower than the room it uses. */
record LooksUp(Prints above) {}
