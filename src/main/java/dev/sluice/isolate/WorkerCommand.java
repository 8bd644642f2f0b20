package dev.sluice.isolate;

import dev.sluice.isolate.worker.IsolateWorker;
import dev.sluice.job.ByteSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts a worker: a small JVM, and what confines it. */
record WorkerCommand(
    Path javaHome, WorkerClassPath classPath, IsolateSettings settings, Bubblewrap bubblewrap) {

  static WorkerCommand ofThisProcess(IsolateSettings settings) {
    return new WorkerCommand(
        Path.of(System.getProperty("java.home")),
        WorkerClassPath.ofThisProcess(),
        settings,
        Bubblewrap.ofThisMachine());
  }

  List<String> forHeap(ByteSize heap) {
    return switch (settings.confinement()) {
      case BUBBLEWRAP ->
          bubblewrap.around(
              java(heap, Path.of("/tmp")),
              javaHome,
              classPath,
              settings.workerMemory().temporaryFiles());
      case NONE -> java(heap, Path.of(System.getProperty("java.io.tmpdir")));
    };
  }

  private List<String> java(ByteSize heap, Path temporary) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap.bytes(),
            "-Xms16m",
            "-Xss1m",
            "-XX:+UseSerialGC",
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
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + temporary,
            "-Dpolyglot.engine.userResourceCache=" + temporary.resolve("sluice-engine"),
            "-cp",
            classPath.joined(),
            IsolateWorker.class.getName()));
    return command;
  }
}
