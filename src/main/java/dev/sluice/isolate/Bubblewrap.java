package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * bubblewrap's command line: new namespaces of every kind, an empty read-only root, and in it only
 * what a JVM needs to start. There is no {@code /proc}: a JVM asks it for nothing but its own path,
 * which a link answers.
 *
 * @param executable empty where it is not installed
 * @param jvm what the JVM inside is made of
 */
record Bubblewrap(Optional<Path> executable, JvmFiles jvm) {
  private static final List<String> DEVICES = List.of("/dev/null", "/dev/random", "/dev/urandom");

  static Bubblewrap ofThisMachine(Path javaHome) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return new Bubblewrap(
        Stream.of(path.split(":", -1))
            .filter(Predicate.not(String::isEmpty))
            .map(folder -> Path.of(folder, "bwrap"))
            .filter(Files::isExecutable)
            .findFirst(),
        JvmFiles.of(javaHome));
  }

  /**
   * Confines a JVM's command.
   *
   * @param readable further files and folders that it may read
   * @param temporaryFiles size of its private {@code /tmp}
   */
  List<String> around(List<String> command, List<Path> readable, ByteSize temporaryFiles) {
    List<String> line = new ArrayList<>();
    line.add(executable.map(Path::toString).orElse("bwrap"));
    line.addAll(
        List.of(
            "--unshare-all",
            "--unshare-user",
            "--disable-userns",
            "--as-pid-1",
            "--die-with-parent",
            "--new-session",
            "--clearenv",
            "--cap-drop",
            "ALL",
            "--uid",
            "65534",
            "--gid",
            "65534",
            "--hostname",
            "isolate",
            "--seccomp",
            Launcher.FILTER_DESCRIPTOR));
    // Before the binds: what is bound may itself lie under /tmp.
    line.addAll(List.of("--size", Long.toString(temporaryFiles.bytes()), "--tmpfs", "/tmp"));
    Stream.of(jvm.all(), readable)
        .flatMap(List::stream)
        .forEach(path -> line.addAll(List.of("--ro-bind", path.toString(), path.toString())));
    DEVICES.forEach(device -> line.addAll(List.of("--dev-bind", device, device)));
    line.addAll(List.of("--symlink", jvm.java().toString(), "/proc/self/exe"));
    line.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
    line.addAll(command);
    return line;
  }
}
