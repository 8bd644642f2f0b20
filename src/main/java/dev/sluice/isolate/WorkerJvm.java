package dev.sluice.isolate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The virtual machine of a worker: small, quick to start, and deaf to everybody but its pool. */
record WorkerJvm(Path home) {
  private static final List<String> COMMON =
      List.of(
          "-Xss1m",
          "-XX:+UseSerialGC",
          // After its warm-up a worker gives back what it does not hold.
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:-ShrinkHeapInSteps",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:MaxDirectMemorySize=16m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          // Its stdout is the line to the pool; the virtual machine's own words go elsewhere.
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final List<String> INTERPRETING =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=48m",
          // The cache lies where it was made for, so that workers share its pages.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0");

  private static final List<String> OPTIMISING =
      List.of(
          "-XX:ReservedCodeCacheSize=160m",
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:+EnableJVMCI",
          // All that is given: an engine finds its languages by their services.
          "--add-modules",
          "ALL-MODULE-PATH");

  /** An ahead-of-time cache holds only for a machine with the very same of these. */
  static List<String> options(GuestRuntime runtime) {
    List<String> options = new ArrayList<>(COMMON);
    options.addAll(
        switch (runtime) {
          case INTERPRETER -> INTERPRETING;
          case OPTIMISING -> OPTIMISING;
        });
    return options;
  }

  /** The command for a program, with further options before its own. */
  List<String> command(List<String> further, Path temporary, WorkerProgram program) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(options(program.runtime()));
    command.addAll(further);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dpolyglot.engine.userResourceCache=" + temporary.resolve("sluice-engine"));
    command.addAll(program.arguments());
    return command;
  }
}
