package dev.sluice.isolate;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * The jars and folders that a worker's classes come from, found where this process has them; the
 * rest of our libraries never enters a sandbox.
 */
record WorkerClassPath(List<Path> entries) {
  WorkerClassPath {
    entries = List.copyOf(entries);
  }

  static WorkerClassPath of(WorkerKind kind) {
    SequencedSet<Path> entries = new LinkedHashSet<>();
    for (String library : kind.libraries()) {
      entries.add(locationOf(library));
    }
    // In a build the resources lie beside the classes, in a folder of the same class path.
    return new WorkerClassPath(List.copyOf(entries));
  }

  private static Path locationOf(String className) {
    try {
      CodeSource source =
          Class.forName(className, false, WorkerClassPath.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      if (source == null) {
        throw new IllegalStateException("no file is known to hold " + className);
      }
      return Path.of(source.getLocation().toURI()).toRealPath();
    } catch (ClassNotFoundException | URISyntaxException | java.io.IOException missing) {
      throw new IllegalStateException("a worker needs " + className, missing);
    }
  }

  String joined() {
    return entries.stream()
        .map(Path::toString)
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
