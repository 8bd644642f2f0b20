package dev.sluice.architecture.planted.audit;

/** In a package without package-info. */
record Unmarked() {}
