package dev.sluice.sandbox;

import dev.sluice.job.Language;

/**
 * The same few programs in one language, for the laws that every pool must keep.
 *
 * @param greets writes {@code hello} and a line end to standard output
 * @param echoes copies standard input to standard output; a line end at its very end may be lost or
 *     added
 * @param complains writes {@code careful} and a line end to standard error
 * @param exitsWithSeven ends with exit code 7
 * @param greetsAndSpins writes {@code hello} and a line end, then computes for ever
 * @param greetsAndWaits writes {@code hello} and a line end, then sleeps for longer than any test
 * @param allocates takes memory and keeps it, for ever
 * @param floods writes lines to standard output, for ever
 */
public record SamplePrograms(
    Language language,
    String greets,
    String echoes,
    String complains,
    String exitsWithSeven,
    String greetsAndSpins,
    String greetsAndWaits,
    String allocates,
    String floods) {}
