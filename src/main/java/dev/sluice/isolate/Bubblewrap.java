package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * bubblewrap's command line: new namespaces of every kind, an empty read-only root, and in it only
 * what a JVM needs to start.
 *
 * @param executable empty where it is not installed
 * @param libraries folders of the system's shared libraries
 * @param loaders paths of the dynamic loader, as executables name it
 */
record Bubblewrap(Optional<Path> executable, List<Path> libraries, List<Path> loaders) {
  private static final List<String> DEVICES =
      List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom");

  private static final List<Path> KNOWN_LOADERS =
      Stream.of(
              "/lib64/ld-linux-x86-64.so.2",
              "/lib/ld-linux-aarch64.so.1",
              "/lib/ld-musl-x86_64.so.1",
              "/lib/ld-musl-aarch64.so.1")
          .map(Path::of)
          .toList();

  static Bubblewrap ofThisMachine() {
    return new Bubblewrap(
        findExecutable(),
        librariesOfThisProcess(),
        KNOWN_LOADERS.stream().filter(Files::exists).toList());
  }

  List<String> around(
      List<String> command, Path javaHome, List<Path> readable, ByteSize temporaryFiles) {
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
            "isolate"));
    // Before the binds: what is bound may itself lie under /tmp.
    line.addAll(List.of("--size", Long.toString(temporaryFiles.bytes()), "--tmpfs", "/tmp"));
    Stream.of(List.of(javaHome), libraries, loaders, readable)
        .flatMap(List::stream)
        .forEach(path -> line.addAll(List.of("--ro-bind", path.toString(), path.toString())));
    DEVICES.forEach(device -> line.addAll(List.of("--dev-bind", device, device)));
    line.addAll(List.of("--proc", "/proc"));
    line.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
    line.addAll(command);
    return line;
  }

  private static Optional<Path> findExecutable() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return Stream.of(path.split(":", -1))
        .filter(Predicate.not(String::isEmpty))
        .map(folder -> Path.of(folder, "bwrap"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The folders of the shared libraries that this JVM has mapped and that are not its own: a worker
   * is the same program, so it needs the same.
   */
  private static List<Path> librariesOfThisProcess() {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.exists(maps)) {
      return List.of();
    }
    Path javaHome = Path.of(System.getProperty("java.home"));
    try (Stream<String> lines = Files.lines(maps)) {
      return lines
          .filter(line -> line.contains(" /"))
          .map(line -> line.substring(line.indexOf(" /") + 1))
          .filter(file -> file.matches(".*/(libc|libm|libdl|libpthread|ld-[^/]*)\\.so[^/]*"))
          .map(Path::of)
          .filter(file -> !file.startsWith(javaHome))
          .<Path>mapMulti(
              (file, folders) -> {
                if (file.getParent() != null) {
                  folders.accept(file.getParent());
                }
              })
          .collect(() -> new TreeSet<Path>(), TreeSet::add, TreeSet::addAll)
          .stream()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
