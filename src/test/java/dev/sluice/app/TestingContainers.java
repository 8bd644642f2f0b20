package dev.sluice.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The engine's containers, as an operator would look for them. */
final class TestingContainers {
  private TestingContainers() {}

  /** The jobs whose containers are there, running or not, of those whose name holds a text. */
  static List<String> ofJobs(String text) throws IOException {
    Process list =
        new ProcessBuilder(
                "docker",
                "ps",
                "--all",
                "--filter",
                "label=dev.sluice.executor",
                "--format",
                "{{.Label \"dev.sluice.job\"}}")
            .start();
    return new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(job -> job.contains(text))
        .toList();
  }
}
