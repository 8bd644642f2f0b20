package dev.sluice.container;

import dev.sluice.cgroup.Counts;
import dev.sluice.job.Limit;
import dev.sluice.job.Limits;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a container that has ended, all of it from the engine and the kernel, and the
 * ending that follows.
 *
 * @param stopped why the pool killed it, if it did
 * @param exitCode as the engine reports it: the program's own, or 128 and the signal that ended it,
 *     which init passes on
 * @param memoryKill whether the engine says that the kernel killed a process for memory
 * @param cpu of the program alone
 * @param processLimit what the pids cgroup was set to
 * @param diskFull whether a folder of the container was full when it ended
 * @param words what the bootstrap said instead of running the program
 */
record Evidence(
    Phase phase,
    Optional<Ending> stopped,
    Optional<Integer> exitCode,
    boolean memoryKill,
    Counts reading,
    Duration cpu,
    Limits limits,
    int processLimit,
    boolean diskFull,
    String words) {
  private static final int SIGNALS_FROM = 128;
  private static final int LAST_SIGNAL = 64;
  private static final int KILLED = SIGNALS_FROM + 9;

  Ending ending() {
    return stopped.map(this::namedByFirstLimit).orElseGet(this::endingOfItsOwn);
  }

  /** A program that hangs because processes are refused to it is stopped at its time limits. */
  private Ending namedByFirstLimit(Ending ending) {
    return ending instanceof Ending.Exceeded(Limit limit, String detail)
            && (limit == Limit.WALL || limit == Limit.CPU)
            && reading.refusedProcesses() > 0
        ? new Ending.Exceeded(Limit.PROCESSES, processesRefused() + "; then " + detail)
        : ending;
  }

  private Ending endingOfItsOwn() {
    return exitCode
        .map(code -> memoryKilled(code) ? memoryExceeded() : endingOf(code))
        .orElseGet(
            () -> new Ending.Failed(PlatformFault.SANDBOX_BROKEN, "the engine lost the container"));
  }

  private Ending endingOf(int code) {
    return switch (phase) {
      case PREPARING ->
          new Ending.Failed(
              PlatformFault.SANDBOX_BROKEN,
              "the container ended with code " + code + " before the program was unpacked");
      case UNPACK_FAILED ->
          diskFull
              ? diskExceeded()
              : new Ending.Failed(
                  PlatformFault.SANDBOX_BROKEN, "the program could not be unpacked: " + words);
      case PROGRAM_MISSING ->
          new Ending.Failed(
              PlatformFault.SANDBOX_BROKEN, "the image does not have what runs this language");
      case CHECK_FAILED ->
          reading.refusedProcesses() > 0 ? processesExceeded() : new Ending.DidNotCompile(words);
      case RUNNING -> endingOfProgram(code);
    };
  }

  private Ending endingOfProgram(int code) {
    if (code == 0) {
      return new Ending.Exited(0, Optional.empty());
    }
    if (isSignal(code) && cpu.compareTo(limits.cpu()) >= 0) {
      return new Ending.Exceeded(
          Limit.CPU, "the kernel's limit of " + limits.cpu() + " per process");
    }
    if (reading.refusedProcesses() > 0) {
      return processesExceeded();
    }
    if (diskFull) {
      return diskExceeded();
    }
    return isSignal(code)
        ? new Ending.Signalled(code - SIGNALS_FROM)
        : new Ending.Exited(code, Optional.empty());
  }

  private boolean memoryKilled(int code) {
    return code != 0
        && (memoryKill
            || reading.memoryKills() > 0
            || (code == KILLED && reading.peakMemory().compareTo(limits.memory()) >= 0));
  }

  private Ending memoryExceeded() {
    return new Ending.Exceeded(
        Limit.MEMORY, "the container's memory of " + limits.memory() + " was used up");
  }

  private Ending processesExceeded() {
    return new Ending.Exceeded(Limit.PROCESSES, processesRefused());
  }

  private String processesRefused() {
    return "more than " + processLimit + " processes and threads in the container";
  }

  private Ending diskExceeded() {
    return new Ending.Exceeded(
        Limit.DISK, "a folder was full; the work folder holds " + limits.disk());
  }

  private static boolean isSignal(int code) {
    return code > SIGNALS_FROM && code <= SIGNALS_FROM + LAST_SIGNAL;
  }
}
