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
      return Optional.of(new Stop.AtLimit(Limit.OUTPUT, outputDetail(limits)));
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
    if (sight.usage().cpu().compareTo(limits.cpu()) >= 0) {
      return Optional.of(
          new Stop.AtLimit(
              Limit.CPU,
              "used "
                  + sight.usage().cpu().toMillis()
                  + " ms of processor time, limit "
                  + limits.cpu().toMillis()
                  + " ms"));
    }
    if (sight.wall().compareTo(limits.wall()) >= 0) {
      return Optional.of(
          new Stop.AtLimit(
              Limit.WALL, "still running after " + limits.wall().toMillis() + " ms, the limit"));
    }
    return Optional.empty();
  }

  static String outputDetail(Limits limits) {
    return "wrote more than " + limits.output() + ", the limit of output and value together";
  }
}
