package dev.sluice.isolate;

import dev.sluice.isolate.worker.IsolateWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The command line that starts a worker: a small JVM, and what confines it. */
record WorkerCommand(
    Path javaHome, KeptFiles files, IsolateSettings settings, Bubblewrap bubblewrap) {

  static WorkerCommand ofThisProcess(IsolateSettings settings) {
    return new WorkerCommand(
        Path.of(System.getProperty("java.home")),
        KeptFiles.ofThisUser(),
        settings,
        Bubblewrap.ofThisMachine());
  }

  /**
   * The command for a worker of this shape.
   *
   * @throws IOException where what its engine reads cannot be unpacked
   */
  List<String> forShape(WorkerShape shape) throws IOException {
    WorkerClassPath classPath = WorkerClassPath.of(shape.kind());
    SequencedMap<String, Path> resources = new LinkedHashMap<>();
    for (WorkerResource resource : shape.kind().resources()) {
      resources.put(resource.property(), files.folder(resource.name(), resource.unpacking()));
    }
    return switch (settings.confinement()) {
      case BUBBLEWRAP -> {
        List<Path> readable = new ArrayList<>(classPath.entries());
        readable.addAll(resources.values());
        yield bubblewrap.around(
            java(shape, classPath, resources, Path.of("/tmp")),
            javaHome,
            readable,
            settings.workerMemory().temporaryFiles());
      }
      case NONE -> java(shape, classPath, resources, Path.of(System.getProperty("java.io.tmpdir")));
    };
  }

  private List<String> java(
      WorkerShape shape, WorkerClassPath classPath, Map<String, Path> resources, Path temporary) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(
        List.of(
            "-Xmx" + shape.heap().bytes(),
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
            "-Dpolyglot.engine.userResourceCache=" + temporary.resolve("sluice-engine")));
    resources.forEach((property, folder) -> command.add("-D" + property + "=" + folder));
    command.addAll(
        List.of("-cp", classPath.joined(), IsolateWorker.class.getName(), shape.kind().name()));
    return command;
  }
}
