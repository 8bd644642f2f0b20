package dev.sluice.validate;

import dev.sluice.job.Submission;
import dev.sluice.tenant.TenantPolicy;
import java.time.Instant;
import java.util.Optional;

/** A submission and what it is judged by. */
public record Examination(Submission submission, Optional<TenantPolicy> policy, Instant now) {}
