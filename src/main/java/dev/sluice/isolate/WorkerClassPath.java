package dev.sluice.isolate;

import dev.sluice.isolate.worker.IsolateWorker;
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
  /** One class of each library that a worker needs. */
  private static final List<String> ANCHORS =
      List.of(
          IsolateWorker.class.getName(),
          "org.graalvm.polyglot.Engine",
          "org.graalvm.collections.EconomicMap",
          "org.graalvm.nativeimage.ImageInfo",
          "org.graalvm.word.WordBase",
          "org.graalvm.jniutils.JNIUtil",
          "com.oracle.truffle.api.TruffleLanguage",
          "com.oracle.truffle.runtime.OptimizedTruffleRuntime",
          "com.oracle.truffle.compiler.TruffleCompiler",
          "com.oracle.truffle.regex.RegexLanguage",
          "com.oracle.truffle.js.lang.JavaScriptLanguage",
          "org.graalvm.shadowed.com.ibm.icu.util.ULocale",
          "org.graalvm.shadowed.org.tukaani.xz.XZInputStream",
          "org.apache.avro.Schema",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.fasterxml.jackson.annotation.JsonProperty",
          "org.slf4j.Logger");

  WorkerClassPath {
    entries = List.copyOf(entries);
  }

  static WorkerClassPath ofThisProcess() {
    SequencedSet<Path> entries = new LinkedHashSet<>();
    for (String anchor : ANCHORS) {
      entries.add(locationOf(anchor));
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
