package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register of worker kinds: a new one is a line here and its runners in the worker. */
final class WorkerKinds {
  /**
   * What every worker needs beside our own classes: the engine's foundation, and the protocol's
   * encoding.
   */
  private static final List<String> FOUNDATION =
      List.of(
          "org.graalvm.polyglot.Engine",
          "org.graalvm.collections.EconomicMap",
          "org.graalvm.nativeimage.ImageInfo",
          "org.graalvm.word.WordBase",
          "org.graalvm.jniutils.JNIUtil",
          "com.oracle.truffle.api.TruffleLanguage",
          "com.oracle.truffle.runtime.OptimizedTruffleRuntime",
          "com.oracle.truffle.compiler.TruffleCompiler",
          "org.apache.avro.Schema",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.fasterxml.jackson.annotation.JsonProperty",
          "org.slf4j.Logger");

  static final WorkerKind JAVASCRIPT =
      new WorkerKind(
          "javascript",
          Set.of(Languages.JAVASCRIPT.name()),
          onFoundation(
              "com.oracle.truffle.regex.RegexLanguage",
              "com.oracle.truffle.js.lang.JavaScriptLanguage",
              "org.graalvm.shadowed.com.ibm.icu.util.ULocale",
              "org.graalvm.shadowed.org.tukaani.xz.XZInputStream"),
          List.of(),
          ByteSize.ofMebibytes(48));

  private static final List<WorkerKind> ALL = List.of(JAVASCRIPT);

  private WorkerKinds() {}

  /** The kind that runs a language; empty where no isolate does. */
  static Optional<WorkerKind> running(String language) {
    return ALL.stream().filter(kind -> kind.languages().contains(language)).findFirst();
  }

  /** The names of all languages that some worker runs. */
  static Set<String> languages() {
    return ALL.stream()
        .map(WorkerKind::languages)
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> onFoundation(String... libraries) {
    return Stream.concat(FOUNDATION.stream(), Stream.of(libraries)).toList();
  }
}
