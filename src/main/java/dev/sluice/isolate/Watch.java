package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Limit;
import dev.sluice.job.Limits;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides when a running program has to stop. Pure: what it looks at is a parameter.
 *
 * @param limits the program's own
 * @param processMemory what its worker process may hold in all
 */
record Watch(Limits limits, ByteSize processMemory) {
  static final String THREADS_REFUSED =
      "the kernel refused the worker process a thread more than it may have";

  /**
   * A program at one moment of its life.
   *
   * @param wall since it began
   * @param usage of its worker since it began
   * @param outputExceeded its worker sent more than it may write
   */
  record Sight(
      Duration wall, Reading usage, boolean outputExceeded, boolean cancelled, boolean closing) {}

  /** Why a program is stopped. */
  sealed interface Stop {
    record AtLimit(Limit limit, String detail) implements Stop {}

    record OnRequest() implements Stop {}

    record PoolCloses() implements Stop {}
  }

  /** The reason to stop it now, if there is one. */
  Optional<Stop> judge(Sight sight) {
    if (sight.cancelled()) {
      return Optional.of(new Stop.OnRequest());
    }
    if (sight.closing()) {
      return Optional.of(new Stop.PoolCloses());
    }
    if (sight.outputExceeded()) {
      return Optional.of(outputExceeded());
    }
    if (sight.usage().resident().compareTo(processMemory) > 0) {
      return Optional.of(
          new Stop.AtLimit(
              Limit.MEMORY,
              "the worker process held "
                  + sight.usage().resident()
                  + ", more than the "
                  + processMemory
                  + " it may hold for a limit of "
                  + limits.memory()));
    }
    return judgeUsage(sight.wall(), sight.usage()).map(limit -> limit);
  }

  /** The limit that a program has reached, if so, whether it runs or has just ended. */
  Optional<Stop.AtLimit> judgeUsage(Duration wall, Reading usage) {
    if (usage.refusedThreads() > 0) {
      return Optional.of(new Stop.AtLimit(Limit.PROCESSES, THREADS_REFUSED));
    }
    if (usage.cpu().compareTo(limits.cpu()) >= 0) {
      return Optional.of(
          new Stop.AtLimit(
              Limit.CPU,
              "used "
                  + usage.cpu().toMillis()
                  + " ms of processor time, limit "
                  + limits.cpu().toMillis()
                  + " ms"));
    }
    if (wall.compareTo(limits.wall()) >= 0) {
      return Optional.of(
          new Stop.AtLimit(
              Limit.WALL, "not ended after " + limits.wall().toMillis() + " ms, the limit"));
    }
    return Optional.empty();
  }

  Stop.AtLimit outputExceeded() {
    return new Stop.AtLimit(
        Limit.OUTPUT,
        "wrote more than " + limits.output() + ", the limit of output and value together");
  }
}
