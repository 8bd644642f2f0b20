package dev.sluice.isolate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line that starts a worker: a small JVM, and what confines it. */
record WorkerCommand(
    WorkerJvm jvm, KeptFiles files, IsolateSettings settings, Bubblewrap bubblewrap) {

  static WorkerCommand ofThisProcess(IsolateSettings settings) {
    Path javaHome = Path.of(System.getProperty("java.home"));
    return new WorkerCommand(
        new WorkerJvm(javaHome),
        KeptFiles.ofThisUser(),
        settings,
        Bubblewrap.ofThisMachine(javaHome));
  }

  /**
   * The command for a worker of this shape.
   *
   * @param caches where a cache for its start is found, if there is one by now
   * @throws IOException where what it runs cannot be unpacked
   */
  List<String> forShape(WorkerShape shape, AotCaches caches) throws IOException {
    WorkerProgram program = WorkerProgram.of(shape.kind(), settings.runtimeOf(shape.kind()), files);
    Optional<Path> cache = caches.of(program);
    List<String> options = new ArrayList<>(List.of("-Xmx" + shape.heap().bytes(), "-Xms16m"));
    cache.ifPresent(file -> options.add("-XX:AOTCache=" + file));
    return switch (settings.confinement()) {
      case BUBBLEWRAP -> {
        List<Path> readable = new ArrayList<>(program.readable());
        cache.ifPresent(readable::add);
        yield bubblewrap.around(
            jvm.command(options, Path.of("/tmp"), program),
            readable,
            settings.workerMemory().temporaryFiles());
      }
      case NONE -> jvm.command(options, Path.of(System.getProperty("java.io.tmpdir")), program);
    };
  }
}
