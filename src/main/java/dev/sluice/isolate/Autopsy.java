package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Limit;
import dev.sluice.job.Limits;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.util.Optional;

/**
 * What is known of a worker that died while a program ran, and the ending that follows. Pure. The
 * exit code and the words come from the process: a program that took it over can forge an ending
 * that blames itself, no other.
 *
 * @param exitCode as bubblewrap passes it on: the process's own, or 128 and the signal that ended
 *     it; empty if it lives and only its line is broken
 * @param words the last it said on standard error
 * @param usage since the program began
 * @param dataLimit what a limit on the process let it write to, where no control group holds it
 */
record Autopsy(
    Optional<Integer> exitCode, String words, Reading usage, Optional<ByteSize> dataLimit) {
  /** Of a JVM that ran out of heap with {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_HEAP = 3;

  /** {@code SIGSYS}: the filter's answer to a call of another architecture. */
  private static final int BAD_SYSTEM_CALL = 31;

  private static final int SIGNALS_FROM = 128;

  /**
   * The ending of the program.
   *
   * @param why what the worker's line says of its end
   */
  Ending ending(String why, WorkerShape shape, Limits limits) {
    if (exitedWith(OUT_OF_HEAP)) {
      return memory(
          "took all of its worker's heap of %s, made for a limit of %s"
              .formatted(shape.heap(), limits.memory()));
    }
    if (usage.memoryKills() > 0) {
      return memory(
          "the kernel killed its worker, which held more memory than a limit of %s explains"
              .formatted(limits.memory()));
    }
    if (dataLimit.isPresent() && wasRefusedMemory()) {
      return memory("its worker took the %s that it may write to".formatted(dataLimit.get()));
    }
    if (usage.refusedThreads() > 0) {
      return new Ending.Exceeded(Limit.PROCESSES, Watch.THREADS_REFUSED);
    }
    if (exitedWith(SIGNALS_FROM + BAD_SYSTEM_CALL)) {
      return new Ending.Signalled(BAD_SYSTEM_CALL);
    }
    return new Ending.Failed(
        PlatformFault.SANDBOX_BROKEN,
        "a worker process failed: %s, %s"
            .formatted(why, exitCode.map(code -> "exit code " + code).orElse("still alive")));
  }

  private boolean exitedWith(int code) {
    return exitCode.equals(Optional.of(code));
  }

  private boolean wasRefusedMemory() {
    return words.contains("os::commit_memory(") || words.contains("insufficient memory");
  }

  private static Ending memory(String detail) {
    return new Ending.Exceeded(Limit.MEMORY, detail);
  }
}
