package dev.sluice.job;

/**
 * A request to cancel a job.
 *
 * @param reason in the words of whoever asks
 */
public record CancelRequest(JobKey key, String reason) {}
