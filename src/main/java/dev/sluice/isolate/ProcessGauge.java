package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a process uses, by the kernel's accounts, which no guest can touch. Memory is known on
 * Linux only; elsewhere it reads as nothing.
 *
 * @param dataLimit that it was started with, if it was
 */
record ProcessGauge(ProcessHandle process, Optional<ByteSize> dataLimit) implements Gauge {

  @Override
  public Optional<Reading> read() {
    Optional<Duration> cpu = process.info().totalCpuDuration();
    return cpu.map(
        used -> {
          List<String> status = status();
          return new Reading(used, size(status, "VmRSS:"), size(status, "VmHWM:"), 0, 0);
        });
  }

  @Override
  public void resetPeak() {
    Path file = file("clear_refs");
    if (Files.isWritable(file)) {
      try {
        Files.writeString(file, "5");
      } catch (IOException notAllowed) {
        // The peak then counts from the worker's start: higher than true, never lower.
        return;
      }
    }
  }

  /** The most the process held since the peak was reset; empty once it is gone. */
  Optional<ByteSize> peak() {
    return process.isAlive() ? Optional.of(size(status(), "VmHWM:")) : Optional.empty();
  }

  @Override
  public void close() {
    // The kernel keeps nothing beyond the process.
  }

  private List<String> status() {
    try {
      return Files.isReadable(file("status")) ? Files.readAllLines(file("status")) : List.of();
    } catch (IOException gone) {
      return List.of();
    }
  }

  private Path file(String name) {
    return Path.of("/proc", Long.toString(process.pid()), name);
  }

  private static ByteSize size(List<String> status, String field) {
    return status.stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()).replace("kB", "").strip())
        .map(kibibytes -> ByteSize.ofKibibytes(Long.parseLong(kibibytes)))
        .findFirst()
        .orElse(new ByteSize(0));
  }
}
