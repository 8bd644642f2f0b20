package dev.sluice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command as a process of its own, from the jar that users run. */
final class TestingProcess implements AutoCloseable {
  private final Process process;

  private TestingProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a command.
   *
   * @param log gets what it prints
   */
  static TestingProcess start(Path log, String... arguments) {
    List<String> command = new ArrayList<>();
    // A shell's background commands ignore Ctrl-C, and so would everything below them.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Xmx512m");
    command.add("-jar");
    command.add(System.getProperty("sluice.jar", "target/sluice.jar"));
    command.addAll(List.of(arguments));
    try {
      return new TestingProcess(
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
    awaitEnd();
  }

  /** What Ctrl-C sends; returns when the process has ended, with its exit code. */
  int interrupt() {
    signal("INT");
    awaitEnd();
    return process.exitValue();
  }

  /** SIGTERM, and waits for its orderly end. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() {
    try {
      process.waitFor();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
