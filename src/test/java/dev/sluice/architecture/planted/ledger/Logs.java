package dev.sluice.architecture.planted.ledger;

import org.slf4j.Logger;

/** A pure package with a library in it. */
record Logs(Logger log) {}
