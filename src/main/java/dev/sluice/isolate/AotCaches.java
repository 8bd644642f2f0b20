package dev.sluice.isolate;

import dev.sluice.job.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ahead-of-time caches (JEP 483, 514, 515), one a worker kind: what a virtual machine learnt in a
 * training run, so that workers start sooner and share its pages. Made in the background, at low
 * priority, by starting a worker that has nothing to do: only our own code runs. A key of all that
 * it depends on names it, so a stale one is never found. Any thread.
 */
final class AotCaches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AotCaches.class);
  private static final String FILE = "worker.aot";

  /** Of other releases and builds; long enough for one that is run now and then. */
  private static final Duration UNUSED = Duration.ofDays(14);

  private static final Duration LONGEST_TRAINING = Duration.ofMinutes(3);

  private final WorkerJvm jvm;
  private final KeptFiles files;

  /** By the kind's name, empty while it is being made; guarded by this. */
  private final Map<String, Optional<Path>> caches = new HashMap<>();

  /** Guarded by this. */
  private final List<Process> trainings = new ArrayList<>();

  /** Guarded by this. */
  private boolean closed;

  AotCaches(WorkerJvm jvm, KeptFiles files) {
    this.jvm = jvm;
    this.files = files;
  }

  /**
   * The cache's file; empty until it is made, or where it cannot be, as for the optimising runtime:
   * a virtual machine whose modules are upgraded takes none.
   */
  synchronized Optional<Path> of(WorkerProgram program) throws IOException {
    if (program.runtime() == GuestRuntime.OPTIMISING) {
      return Optional.empty();
    }
    String kind = program.kind().name();
    if (!caches.containsKey(kind)) {
      String name = kind + "-" + key(program);
      caches.put(kind, files.existing(name).map(folder -> folder.resolve(FILE)));
      if (caches.get(kind).isEmpty()) {
        Thread.ofPlatform()
            .daemon()
            .name("isolate-training-" + kind)
            .start(() -> make(name, program));
      }
    }
    return caches.get(kind);
  }

  private void make(String name, WorkerProgram program) {
    try {
      Path made = files.folder(name, folder -> train(program, folder)).resolve(FILE);
      synchronized (this) {
        caches.put(program.kind().name(), Optional.of(made));
      }
      files.removeUnused(UNUSED);
    } catch (IOException failed) {
      synchronized (this) {
        if (closed) {
          return;
        }
      }
      LOG.warn(
          "workers of kind {} start without an ahead-of-time cache: {}",
          program.kind().name(),
          failed.getMessage());
    }
  }

  private void train(WorkerProgram program, Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(
        jvm.command(List.of("-XX:AOTCacheOutput=" + folder.resolve(FILE)), folder, program));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    Process training = start(builder);
    try {
      // Without orders a worker warms up, says that it is ready, and ends.
      training.getOutputStream().close();
      if (!training.waitFor(LONGEST_TRAINING.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("a training run took more than " + LONGEST_TRAINING);
      }
      if (training.exitValue() != 0 || !Files.exists(folder.resolve(FILE))) {
        throw new IOException("a training run ended with exit code " + training.exitValue());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("a training run was given up", stopping);
    } finally {
      training.destroyForcibly();
    }
  }

  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new IOException("the pool is closed");
    }
    Process training = builder.start();
    trainings.add(training);
    return training;
  }

  /** Everything that a cache depends on; the machine checks it again and ignores what is stale. */
  private String key(WorkerProgram program) throws IOException {
    List<String> parts = new ArrayList<>(WorkerJvm.options(program.runtime()));
    parts.add(System.getProperty("java.vm.version") + " " + jvm.home().toRealPath());
    for (Path entry : program.classPath()) {
      parts.add(entry + " " + Files.size(entry) + " " + Files.getLastModifiedTime(entry));
    }
    program.resources().forEach((property, folder) -> parts.add(property + " " + folder));
    return Content.of(String.join("\n", parts)).sha256();
  }

  /** Gives up what is being made. */
  @Override
  public synchronized void close() {
    closed = true;
    trainings.forEach(
        training -> {
          training.descendants().forEach(ProcessHandle::destroyForcibly);
          training.destroyForcibly();
        });
  }
}
