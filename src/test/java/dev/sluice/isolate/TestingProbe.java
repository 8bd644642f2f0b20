package dev.sluice.isolate;

import dev.sluice.isolate.probe.SandboxProbe;
import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@link SandboxProbe} exactly as a worker is run: in a cell of its own, by the same script,
 * in the same bubblewrap, on the same virtual machine.
 */
final class TestingProbe implements AutoCloseable {
  private static final IsolateSettings SETTINGS = IsolateSettings.DEFAULTS;
  private static final WorkerCommand COMMAND = WorkerCommand.ofThisProcess(SETTINGS);

  private final Enclosure enclosure;

  /** What came of it. */
  record Report(int exitCode, List<String> lines, String errors, Reading usage) {}

  private TestingProbe(Enclosure enclosure) {
    this.enclosure = enclosure;
  }

  static TestingProbe onThisMachine() {
    return new TestingProbe(Enclosure.of(SETTINGS, COMMAND.bubblewrap()));
  }

  /** As on a machine whose control groups cannot be written. */
  static TestingProbe withoutGroups() {
    Enclosure here = Enclosure.of(SETTINGS, COMMAND.bubblewrap());
    return new TestingProbe(
        new Enclosure(SETTINGS, here.filter(), Optional.empty(), here.obstacle()));
  }

  Enclosure enclosure() {
    return enclosure;
  }

  Report run(ByteSize memory, String... arguments) throws IOException, InterruptedException {
    try (Cell cell = enclosure.cell("probe-" + System.nanoTime(), memory)) {
      ProcessBuilder builder = new ProcessBuilder(cell.around(confined(arguments)));
      builder.environment().clear();
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      int exitCode = process.waitFor();
      Reading usage = cell.gauge(process.toHandle()).read().orElse(Reading.NOTHING);
      return new Report(exitCode, output.lines().toList(), errors, usage);
    }
  }

  static Path classes() {
    try {
      return Path.of(
          SandboxProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<Path> readable() {
    return List.of(classes().resolve("dev/sluice/isolate/probe"));
  }

  static JvmFiles jvm() {
    return COMMAND.bubblewrap().jvm();
  }

  private static List<String> confined(String... arguments) {
    List<String> java = new ArrayList<>();
    java.add(jvm().java().toString());
    java.addAll(WorkerJvm.options(GuestRuntime.INTERPRETER));
    java.addAll(List.of("-Xmx64m", "-cp", classes().toString(), SandboxProbe.class.getName()));
    java.addAll(List.of(arguments));
    return COMMAND.bubblewrap().around(java, readable(), SETTINGS.workerMemory().temporaryFiles());
  }

  @Override
  public void close() {
    enclosure.close();
  }
}
