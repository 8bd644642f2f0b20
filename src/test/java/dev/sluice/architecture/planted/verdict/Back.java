package dev.sluice.architecture.planted.verdict;

import dev.sluice.architecture.planted.tenant.Circle;
import java.util.Optional;

/** The other half. */
public record Back(Optional<Circle> circle) {}
