package dev.sluice.job;

/**
 * One file of a program.
 *
 * @param path relative to the work folder, {@code /} between its parts; judged by the validator,
 *     not here
 */
public record SourceFile(String path, Content content) {}
