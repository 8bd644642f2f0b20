package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a run leaves nothing running. */
class InterruptedRunIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String JOB =
      "{\"id\":\"interrupted-%s\",\"language\":\"javascript\",\"tier\":\"%s\",\"code\":\"%s\","
          + "\"limits\":{\"wallMillis\":60000,\"cpuMillis\":60000}}";

  @TempDir private Path folder;

  @Test
  void an_interrupted_run_leaves_no_worker_and_no_container() throws Exception {
    Path jobs =
        Files.write(
            folder.resolve("jobs.jsonl"),
            List.of(
                JOB.formatted("quick", "isolate", "1"),
                JOB.formatted("isolate", "isolate", "for (;;) {}"),
                JOB.formatted("container", "container", "for (;;) {}")));
    Path out = folder.resolve("results.jsonl");
    Path log = folder.resolve("run.log");
    try (TestingProcess run =
        TestingProcess.start(log, "run", jobs.toString(), "--out", out.toString())) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  !TestingContainers.ofJobs("interrupted-").isEmpty()
                      && Files.readString(out).contains("interrupted-quick"));
      List<ProcessHandle> workers = run.workers();

      int exit = run.interrupt();

      assertThat(exit).as(Files.readString(log)).isEqualTo(130);
      assertThat(workers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
      assertThat(TestingContainers.ofJobs("interrupted-")).isEmpty();
      assertThat(Files.readString(out).lines()).hasSize(1);
    }
  }
}
