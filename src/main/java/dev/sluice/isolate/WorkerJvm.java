package dev.sluice.isolate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The virtual machine of a worker: small, quick to start, and deaf to everybody but its pool. */
record WorkerJvm(Path home) {
  /** An ahead-of-time cache holds only for a machine with the very same of these. */
  static final List<String> OPTIONS =
      List.of(
          "-Xss1m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          // After its warm-up a worker gives back what it does not hold.
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:-ShrinkHeapInSteps",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=48m",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:MaxDirectMemorySize=16m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          // Its stdout is the line to the pool; the virtual machine's own words go elsewhere.
          "-XX:+DisplayVMOutputToStderr",
          // The cache lies where it was made for, so that workers share its pages.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** The command for a program, with further options before its own. */
  List<String> command(List<String> further, Path temporary, WorkerProgram program) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(OPTIONS);
    command.addAll(further);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dpolyglot.engine.userResourceCache=" + temporary.resolve("sluice-engine"));
    command.addAll(program.arguments());
    return command;
  }
}
