package dev.sluice.verdict;

/**
 * Which sandbox ran an attempt.
 *
 * @param executor the executor process it belonged to
 * @param sandbox unique: a worker process or a container
 * @param engine name and version of the engine, or the image by digest
 * @param confinement what held the program in, such as {@code bubblewrap}, {@code runc} or {@code
 *     unconfined}
 */
public record SandboxStamp(String executor, String sandbox, String engine, String confinement) {}
