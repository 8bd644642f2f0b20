package dev.sluice.job;

import java.time.Instant;

/**
 * A request to run a program, as its producer made it: a claim until the validator has judged it.
 *
 * @param submittedAt when the producer says it was made
 */
public record Submission(
    JobKey key,
    Program program,
    Invocation invocation,
    Terms terms,
    Tags tags,
    Instant submittedAt) {}
