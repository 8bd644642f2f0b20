package dev.sluice.verdict;

import java.time.Instant;
import java.util.Optional;

/** One attempt as the result remembers it. */
public record AttemptSummary(
    int attempt,
    Verdict verdict,
    String message,
    Optional<SandboxStamp> sandbox,
    Usage usage,
    Instant startedAt,
    Instant endedAt) {}
