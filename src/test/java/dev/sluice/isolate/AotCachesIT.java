package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ahead-of-time caches, made by real training runs. */
class AotCachesIT {
  private final WorkerJvm jvm = new WorkerJvm(Path.of(System.getProperty("java.home")));

  @TempDir Path home;

  @Test
  void a_cache_is_made_once_and_a_virtual_machine_takes_it() throws Exception {
    KeptFiles files = new KeptFiles(home.resolve("sluice"));
    WorkerProgram program =
        WorkerProgram.of(WorkerKinds.JAVASCRIPT, GuestRuntime.INTERPRETER, files);
    Path cache;
    try (AotCaches caches = new AotCaches(jvm, files)) {
      assertThat(caches.of(program)).isEmpty();
      await().atMost(Duration.ofMinutes(2)).until(() -> caches.of(program).isPresent());
      cache = caches.of(program).orElseThrow();
    }

    try (AotCaches nextStart = new AotCaches(jvm, files)) {
      assertThat(nextStart.of(program)).contains(cache);
    }
    // With AOTMode=on a virtual machine ends at once where it cannot use the cache.
    Process worker =
        new ProcessBuilder(
                jvm.command(
                    List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xmx128m"), home, program))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    worker.getOutputStream().close();
    assertThat(worker.waitFor()).isZero();
  }

  @Test
  void a_training_run_does_not_outlive_its_pool() throws IOException {
    KeptFiles files = new KeptFiles(home.resolve("sluice"));
    WorkerProgram program =
        WorkerProgram.of(WorkerKinds.JAVASCRIPT, GuestRuntime.INTERPRETER, files);
    try (AotCaches caches = new AotCaches(jvm, files)) {
      assertThat(caches.of(program)).isEqualTo(Optional.empty());
      await().until(() -> trainings() > 0);
    }

    await().until(() -> trainings() == 0);
    await().until(() -> children(home.resolve("sluice")).allMatch(this::isWorkerJar));
  }

  private long trainings() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process -> process.info().commandLine().orElse("").contains("AOTCacheOutput=" + home))
        .count();
  }

  private boolean isWorkerJar(Path folder) {
    return folder.getFileName().toString().startsWith("worker-");
  }

  private static Stream<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList().stream();
    }
  }
}
