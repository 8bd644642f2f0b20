package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How an isolate pool is set up.
 *
 * @param slots programs at the same time
 * @param confinement what holds the workers in
 * @param optimised names of languages whose hot code is compiled to machine code
 * @param spares workers kept ready that belong to no tenant yet
 * @param idleWorkers workers of any tenant kept for its next program; the longest idle one goes
 *     first
 * @param workerLife when a worker is replaced
 * @param workerMemory what a worker may take
 */
public record IsolateSettings(
    int slots,
    Confinement confinement,
    Set<String> optimised,
    Spares spares,
    int idleWorkers,
    WorkerLife workerLife,
    WorkerMemory workerMemory) {

  /** As many slots as processors, confined by bubblewrap. */
  public static final IsolateSettings DEFAULTS =
      new IsolateSettings(
          Runtime.getRuntime().availableProcessors(),
          Confinement.BUBBLEWRAP,
          Set.of(),
          Spares.DEFAULTS,
          2 * Runtime.getRuntime().availableProcessors(),
          WorkerLife.DEFAULTS,
          WorkerMemory.DEFAULTS);

  public IsolateSettings {
    optimised = Set.copyOf(optimised);
    requireAtLeast("slots", 1, slots);
    requireRun("optimise", optimised);
    requireAtLeast("idleWorkers", 0, idleWorkers);
  }

  /**
   * Workers kept ready that belong to no tenant yet.
   *
   * @param count of each shape
   * @param always names of languages that they are kept for from the start
   * @param memory the memory limit that those are made for
   * @param remembered how long after a program that found no worker of its shape spares of that
   *     shape are kept as well
   * @param mostOnDemand how many such shapes at most
   */
  public record Spares(
      int count, Set<String> always, ByteSize memory, Duration remembered, int mostOnDemand) {
    public static final Spares DEFAULTS =
        new Spares(
            1,
            Set.of(Languages.JAVASCRIPT.name()),
            ByteSize.ofMebibytes(128),
            Duration.ofMinutes(10),
            3);

    /** No spares at all: each worker is started for a program that waits for it. */
    public static final Spares NONE = new Spares(0, Set.of(), DEFAULTS.memory, Duration.ZERO, 0);

    public Spares {
      always = Set.copyOf(always);
      requireAtLeast("spares", 0, count);
      requireAtLeast("mostOnDemand", 0, mostOnDemand);
      requireRun("warm", always);
    }

    /** The shapes of those that are kept from the start. */
    List<WorkerShape> shapes() {
      return always.stream()
          .sorted()
          .flatMap(language -> WorkerKinds.running(language).stream())
          .distinct()
          .map(kind -> new WorkerShape(kind, MemoryClass.of(memory)))
          .toList();
    }

    /** The same with other figures for what configuration sets. */
    public Spares with(int number, Set<String> languages) {
      return new Spares(number, languages, memory, remembered, mostOnDemand);
    }
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
   * @param beyondHeap memory it may have on top of its heap; above it the kernel kills it, where
   *     its group can be limited, else the pool when it sees that
   * @param temporaryFiles size of its private {@code /tmp}
   */
  public record WorkerMemory(ByteSize beyondHeap, ByteSize temporaryFiles) {
    public static final WorkerMemory DEFAULTS =
        new WorkerMemory(ByteSize.ofMebibytes(320), ByteSize.ofMebibytes(16));

    /** What a worker process of this shape may hold in all. */
    ByteSize ofProcess(WorkerShape shape) {
      return new ByteSize(Math.addExact(shape.heap().bytes(), beyondHeap.bytes()));
    }
  }

  public IsolateSettings withSlots(int count) {
    return new IsolateSettings(
        count, confinement, optimised, spares, idleWorkers, workerLife, workerMemory);
  }

  public IsolateSettings withConfinement(Confinement other) {
    return new IsolateSettings(
        slots, other, optimised, spares, idleWorkers, workerLife, workerMemory);
  }

  public IsolateSettings withOptimised(Set<String> languages) {
    return new IsolateSettings(
        slots, confinement, languages, spares, idleWorkers, workerLife, workerMemory);
  }

  /** How workers of a kind run guest code; languages that share workers share it. */
  GuestRuntime runtimeOf(WorkerKind kind) {
    return kind.languages().stream().anyMatch(optimised::contains)
        ? GuestRuntime.OPTIMISING
        : GuestRuntime.INTERPRETER;
  }

  public IsolateSettings withSpares(Spares other) {
    return new IsolateSettings(
        slots, confinement, optimised, other, idleWorkers, workerLife, workerMemory);
  }

  public IsolateSettings withIdleWorkers(int count) {
    return new IsolateSettings(
        slots, confinement, optimised, spares, count, workerLife, workerMemory);
  }

  private static void requireRun(String field, Set<String> languages) {
    languages.forEach(
        language -> {
          if (WorkerKinds.running(language).isEmpty()) {
            throw new IllegalArgumentException(
                field + " must name languages that isolates run: " + language);
          }
        });
  }

  private static void requireAtLeast(String field, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(field + " must be at least " + least + ": " + value);
    }
  }
}
