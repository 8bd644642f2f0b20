package dev.sluice.verdict;

import dev.sluice.job.Limits;
import dev.sluice.job.Route;
import java.util.Optional;

/**
 * By what a result came to be.
 *
 * @param codeSha256 as {@link dev.sluice.job.Program#sha256()} has it
 * @param policyVersion empty when no policy was found to judge by
 * @param route empty for a job that was never routed
 * @param limits the effective ones; empty for a job that was never routed
 * @param sandbox the last attempt's
 */
public record Provenance(
    String codeSha256,
    Optional<Long> policyVersion,
    Optional<Route> route,
    Optional<Limits> limits,
    Optional<SandboxStamp> sandbox) {}
