package dev.sluice.sandbox;

import dev.sluice.job.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an executor says its pool can take, and when it said so.
 *
 * @param service for how long a program lately kept one of its slots, the mean; empty when none has
 */
public record PoolCapacity(
    String executor, Tier tier, Offer offer, Optional<Duration> service, Instant at) {}
