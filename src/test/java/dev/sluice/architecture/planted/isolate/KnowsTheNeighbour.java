package dev.sluice.architecture.planted.isolate;

import dev.sluice.architecture.planted.container.Neighbour;

/** Uses a room of its own floor. */
record KnowsTheNeighbour(Neighbour neighbour) {}
