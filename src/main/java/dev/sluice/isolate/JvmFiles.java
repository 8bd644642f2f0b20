package dev.sluice.isolate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of this machine without which a JVM does not start: its launcher, libraries and
 * settings, the dynamic loader, and the few system libraries that they link to. No compiler, no
 * sources, nothing of the system that a JVM does not load.
 */
record JvmFiles(Path java, List<Path> all) {
  private static final List<String> LOADERS =
      List.of(
          "/lib64/ld-linux-x86-64.so.2",
          "/lib/ld-linux-aarch64.so.1",
          "/lib/ld-musl-x86_64.so.1",
          "/lib/ld-musl-aarch64.so.1");

  /** Of the C library, the C++ runtime that some builds link to, and zlib. */
  private static final List<String> LIBRARIES =
      List.of(
          "libc.so.6",
          "libm.so.6",
          "libdl.so.2",
          "libpthread.so.0",
          "librt.so.1",
          "libgcc_s.so.1",
          "libstdc++.so.6",
          "libz.so.1");

  /** Of the JDK with this home, where this process, too, is a JVM. */
  static JvmFiles of(Path home) {
    SequencedSet<Path> files = new LinkedHashSet<>();
    Path java = home.resolve("bin/java");
    files.add(java);
    for (String folder : List.of("lib", "conf")) {
      files.add(home.resolve(folder));
      files.addAll(linkedFrom(home.resolve(folder), home));
    }
    LOADERS.stream().map(Path::of).filter(Files::exists).forEach(files::add);
    for (Path folder : libraryFolders()) {
      LIBRARIES.stream().map(folder::resolve).filter(Files::exists).forEach(files::add);
    }
    return new JvmFiles(java, List.copyOf(files));
  }

  /** What a distribution's JDK keeps elsewhere, such as its settings in {@code /etc}. */
  private static Set<Path> linkedFrom(Path folder, Path home) {
    Set<Path> targets = new TreeSet<>();
    try (Stream<Path> entries = Files.walk(folder)) {
      // A worker has no network, so whose certificates to trust is no question.
      for (Path link :
          entries
              .filter(Files::isSymbolicLink)
              .filter(Files::exists)
              .filter(link -> !link.endsWith("cacerts"))
              .toList()) {
        Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        if (!target.startsWith(home)) {
          targets.add(target);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return targets;
  }

  /** Where the C library of this process comes from: a worker is the same program. */
  private static Set<Path> libraryFolders() {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.exists(maps)) {
      return Set.of();
    }
    Set<Path> folders = new TreeSet<>();
    try (Stream<String> lines = Files.lines(maps)) {
      lines
          .filter(line -> line.contains(" /"))
          .map(line -> line.substring(line.indexOf(" /") + 1))
          .filter(file -> file.matches(".*/(libc|libm|libz|ld-[^/]*)[-.][^/]*so[^/]*"))
          .map(file -> Path.of(file).resolveSibling(""))
          .forEach(folders::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return folders;
  }
}
