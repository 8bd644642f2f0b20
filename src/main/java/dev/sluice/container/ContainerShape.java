package dev.sluice.container;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Limits;

/**
 * What a container is made for and cannot change: the limits that the engine holds it to.
 *
 * @param cpuSeconds of one process, after which the kernel ends it; the pool counts them all
 * @param processes the program's own, init, and the language engine's threads
 * @param socket whether it has the socket that granted capabilities are called by
 */
record ContainerShape(
    ByteSize memory, long cpuSeconds, int processes, ByteSize disk, boolean socket) {
  /**
   * Fewer processes than this and the bootstrap could not unpack the program's files: init, shell,
   * two ends of a pipe and a spare.
   */
  static final int FEWEST_PROCESSES = 6;

  /** So that the pool's own account, which names the limit, comes first. */
  private static final int CPU_SLACK_SECONDS = 2;

  static ContainerShape of(Limits limits, LanguageRunner runner, boolean socket) {
    return new ContainerShape(
        limits.memory(),
        limits.cpu().toSeconds() + CPU_SLACK_SECONDS,
        Math.max(FEWEST_PROCESSES, limits.processes() + 1 + runner.engineThreads()),
        limits.disk(),
        socket);
  }
}
