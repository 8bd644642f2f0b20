package dev.sluice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Both executor roles as a process of their own, from the jar that users run. */
final class TestingExecutor implements AutoCloseable {
  private final Process process;

  private TestingExecutor(Process process) {
    this.process = process;
  }

  static TestingExecutor start(String bootstrapServer, Path log) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx512m",
            "-jar",
            System.getProperty("sluice.jar", "target/sluice.jar"),
            "serve",
            "--roles",
            "isolate,container",
            "--bootstrap-server",
            bootstrapServer);
    try {
      return new TestingExecutor(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All processes below it, workers among them. */
  List<ProcessHandle> workers() {
    return process.descendants().toList();
  }

  /** SIGKILL: it gets to clean up nothing. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM, and waits for its orderly end. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
