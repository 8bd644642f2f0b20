package dev.sluice.isolate;

import dev.sluice.isolate.worker.IsolateWorker;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a worker of one kind runs, as files of this machine: the libraries it needs, found where
 * this process has them, a jar with its share of our own classes, and what its engine reads. The
 * rest of us never enters a sandbox.
 *
 * @param resources folders by the system property that names each
 */
record WorkerProgram(
    WorkerKind kind,
    GuestRuntime runtime,
    List<Path> classPath,
    SequencedMap<String, Path> resources) {
  /** In the optimising runtime's jar. */
  private static final String COMPILER = "jdk.graal.compiler.core.GraalCompiler";

  WorkerProgram {
    classPath = List.copyOf(classPath);
  }

  /**
   * Finds and unpacks all of it.
   *
   * @throws IOException where something cannot be unpacked
   */
  static WorkerProgram of(WorkerKind kind, GuestRuntime runtime, KeptFiles files)
      throws IOException {
    SequencedSet<Path> classPath = new LinkedHashSet<>();
    classPath.add(WorkerJar.from(locationOf(IsolateWorker.class.getName())).in(files));
    for (String library : kind.libraries()) {
      classPath.add(locationOf(library));
    }
    if (runtime == GuestRuntime.OPTIMISING) {
      classPath.add(locationOf(COMPILER));
    }
    SequencedMap<String, Path> resources = new LinkedHashMap<>();
    for (WorkerResource resource : kind.resources()) {
      resources.put(resource.property(), files.folder(resource.name(), resource.unpacking()));
    }
    return new WorkerProgram(kind, runtime, List.copyOf(classPath), resources);
  }

  /** The files and folders that it reads. */
  List<Path> readable() {
    List<Path> readable = new ArrayList<>(classPath);
    readable.addAll(resources.values());
    return readable;
  }

  /** The end of the virtual machine's command line, from the system properties on. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, Path> resource : resources.entrySet()) {
      arguments.add("-D" + resource.getKey() + "=" + resource.getValue());
    }
    switch (runtime) {
      case INTERPRETER -> arguments.addAll(List.of("-cp", joined(classPath)));
      case OPTIMISING -> {
        // The compiler takes the place of the virtual machine's own, and needs the engine beside
        // it.
        List<Path> modules = classPath.stream().filter(WorkerProgram::isModule).toList();
        List<Path> others =
            classPath.stream().filter(Predicate.not(WorkerProgram::isModule)).toList();
        arguments.addAll(List.of("--upgrade-module-path", joined(modules), "-cp", joined(others)));
      }
    }
    arguments.add(IsolateWorker.class.getName());
    arguments.add(kind.name());
    return arguments;
  }

  private static boolean isModule(Path jar) {
    return ModuleFinder.of(jar).findAll().stream()
        .anyMatch(module -> !module.descriptor().isAutomatic());
  }

  private static String joined(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path locationOf(String className) {
    try {
      CodeSource source =
          Class.forName(className, false, WorkerProgram.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      if (source == null) {
        throw new IllegalStateException("no file is known to hold " + className);
      }
      return Path.of(source.getLocation().toURI()).toRealPath();
    } catch (ClassNotFoundException | URISyntaxException | IOException missing) {
      throw new IllegalStateException("a worker needs " + className, missing);
    }
  }
}
