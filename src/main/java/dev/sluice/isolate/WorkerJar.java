package dev.sluice.isolate;

import dev.sluice.job.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The share of our own classes that runs in a worker, as a jar of its own: a sandbox sees nothing
 * else of us, and an ahead-of-time cache takes jars only, never the folders of a build. The same
 * classes make the same bytes.
 */
record WorkerJar(Content bytes) {
  /** The first day that a jar can name. */
  private static final long ENTRY_TIME_MILLIS = 315_576_000_000L;

  /** From a jar or a folder that holds them among others. */
  static WorkerJar from(Path location) throws IOException {
    if (Files.isDirectory(location)) {
      return new WorkerJar(packed(location));
    }
    try (FileSystem jar = FileSystems.newFileSystem(location)) {
      return new WorkerJar(packed(jar.getPath("/")));
    }
  }

  /** The jar's file, written when it is not there yet. */
  Path in(KeptFiles files) throws IOException {
    return files
        .folder(
            "worker-" + bytes.sha256(),
            folder -> Files.write(folder.resolve("worker.jar"), bytes.toBytes()))
        .resolve("worker.jar");
  }

  private static Content packed(Path root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(root.resolve("dev").resolve("sluice"))) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        String path = root.relativize(file).toString();
        if (belongsInWorkers(path)) {
          JarEntry entry = new JarEntry(path);
          entry.setTime(ENTRY_TIME_MILLIS);
          jar.putNextEntry(entry);
          Files.copy(file, jar);
        }
      }
    }
    return Content.of(bytes.toByteArray());
  }

  /** The values of {@code job}, and what lies below {@code isolate} and is not the pool's. */
  private static boolean belongsInWorkers(String path) {
    return path.startsWith("dev/sluice/job/")
        || path.matches("dev/sluice/isolate/(?!seccomp/)[^/]+/.+");
  }
}
