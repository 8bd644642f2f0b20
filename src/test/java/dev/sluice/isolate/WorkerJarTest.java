package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.isolate.worker.IsolateWorker;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerJarTest {
  @TempDir Path home;

  @Test
  void it_has_what_a_worker_runs_and_nothing_of_the_pool() throws Exception {
    assertThat(entries(jar()))
        .contains(
            "dev/sluice/isolate/worker/IsolateWorker.class",
            "dev/sluice/isolate/protocol/Order.avsc",
            "dev/sluice/isolate/javascript/globals.js",
            "dev/sluice/job/Program.class")
        .allMatch(
            entry -> entry.startsWith("dev/sluice/job/") || entry.startsWith("dev/sluice/isolate/"))
        .doesNotContain(
            "dev/sluice/isolate/IsolatePool.class",
            "dev/sluice/isolate/seccomp/SeccompFilter.class",
            "dev/sluice/isolate/Bubblewrap.class");
  }

  @Test
  void packed_again_from_itself_it_is_the_same_jar() throws Exception {
    WorkerJar first = jar();

    WorkerJar second = WorkerJar.from(first.in(new KeptFiles(home.resolve("sluice"))));

    assertThat(second).isEqualTo(first);
  }

  private List<String> entries(WorkerJar jar) throws IOException {
    try (JarFile file = new JarFile(jar.in(new KeptFiles(home.resolve("sluice"))).toFile())) {
      return file.stream().map(JarEntry::getName).toList();
    }
  }

  private static WorkerJar jar() throws IOException, URISyntaxException {
    return WorkerJar.from(
        Path.of(IsolateWorker.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }
}
