package dev.sluice.json;

import dev.sluice.job.BatchId;
import dev.sluice.job.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a submission does not say itself.
 *
 * @param tenant of a submission that names none
 * @param now when it was made; its expiry counts from here
 */
public record SubmissionDefaults(TenantId tenant, Optional<BatchId> batch, Instant now) {}
