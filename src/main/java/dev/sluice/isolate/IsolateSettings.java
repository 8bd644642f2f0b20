package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.time.Duration;

/**
 * How an isolate pool is set up.
 *
 * @param slots programs at the same time
 * @param confinement what holds the workers in
 * @param spares workers kept started that belong to no tenant yet
 * @param spareMemory the memory limit that spares are made for; programs with another limit start a
 *     worker of their own
 * @param idleWorkers workers of any tenant kept for its next program; the longest idle one goes
 *     first
 * @param workerLife when a worker is replaced
 * @param workerMemory what a worker may take
 */
public record IsolateSettings(
    int slots,
    Confinement confinement,
    int spares,
    ByteSize spareMemory,
    int idleWorkers,
    WorkerLife workerLife,
    WorkerMemory workerMemory) {

  /** As many slots as processors, one spare for programs of 128 MiB, confined by bubblewrap. */
  public static final IsolateSettings DEFAULTS =
      new IsolateSettings(
          Runtime.getRuntime().availableProcessors(),
          Confinement.BUBBLEWRAP,
          1,
          ByteSize.ofMebibytes(128),
          2 * Runtime.getRuntime().availableProcessors(),
          WorkerLife.DEFAULTS,
          WorkerMemory.DEFAULTS);

  public IsolateSettings {
    requireAtLeast("slots", 1, slots);
    requireAtLeast("spares", 0, spares);
    requireAtLeast("idleWorkers", 0, idleWorkers);
  }

  /**
   * The times of a worker's life.
   *
   * @param start from its start until it is ready; longer is a failure
   * @param idle without a program; then it goes
   * @param programs how many it runs at most
   * @param stopGrace from the order to stop until it is killed
   */
  public record WorkerLife(Duration start, Duration idle, int programs, Duration stopGrace) {
    public static final WorkerLife DEFAULTS =
        new WorkerLife(Duration.ofSeconds(60), Duration.ofMinutes(2), 1000, Duration.ofMillis(400));

    public WorkerLife {
      requireAtLeast("programs", 1, programs);
    }
  }

  /**
   * The memory of a worker.
   *
   * @param beyondHeap resident memory it may have on top of its heap; seen from outside, above it
   *     the worker is killed
   * @param temporaryFiles size of its private {@code /tmp}
   */
  public record WorkerMemory(ByteSize beyondHeap, ByteSize temporaryFiles) {
    public static final WorkerMemory DEFAULTS =
        new WorkerMemory(ByteSize.ofMebibytes(320), ByteSize.ofMebibytes(16));
  }

  public IsolateSettings withSlots(int count) {
    return new IsolateSettings(
        count, confinement, spares, spareMemory, idleWorkers, workerLife, workerMemory);
  }

  public IsolateSettings withConfinement(Confinement other) {
    return new IsolateSettings(
        slots, other, spares, spareMemory, idleWorkers, workerLife, workerMemory);
  }

  public IsolateSettings withSpares(int count, ByteSize memory) {
    return new IsolateSettings(
        slots, confinement, count, memory, idleWorkers, workerLife, workerMemory);
  }

  public IsolateSettings withIdleWorkers(int count) {
    return new IsolateSettings(
        slots, confinement, spares, spareMemory, count, workerLife, workerMemory);
  }

  private static void requireAtLeast(String field, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(field + " must be at least " + least + ": " + value);
    }
  }
}
