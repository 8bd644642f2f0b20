package dev.sluice.sandbox;

import dev.sluice.job.Tier;
import java.time.Instant;

/** What an executor says its pool can take, and when it said so. */
public record PoolCapacity(String executor, Tier tier, Offer offer, Instant at) {}
