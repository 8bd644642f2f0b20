package dev.sluice.job;

/** The kind of sandbox a job runs in, and why, in words for people. */
public record Route(Tier tier, String reason) {}
