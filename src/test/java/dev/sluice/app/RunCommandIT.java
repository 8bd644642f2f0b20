package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.TestingTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on real parts: broker, stages, worker processes, containers. */
class RunCommandIT {
  private static final Path TOUR = Path.of("examples/tour.jsonl");

  @TempDir private Path folder;

  @Test
  void the_tour_ends_as_expected_and_a_second_run_runs_nothing_twice() throws IOException {
    TestingTerminal first = new TestingTerminal();
    int firstExit = run(first, "first.jsonl");

    assertThat(first.err()).contains("28 of 28 as expected");
    assertThat(firstExit).isZero();

    TestingTerminal second = new TestingTerminal();
    int secondExit = run(second, "second.jsonl");

    assertThat(secondExit).isZero();
    // The very same: sandboxes, times and attempts in them would differ if a job had run again.
    assertThat(results("second.jsonl")).containsExactlyInAnyOrderElementsOf(results("first.jsonl"));
  }

  private int run(TestingTerminal terminal, String out) {
    return terminal.run(
        new LocalInstallation(Map.of()),
        "run",
        TOUR.toString(),
        "--check-expected",
        "--data",
        folder.resolve("data").toString(),
        "--out",
        folder.resolve(out).toString());
  }

  private List<String> results(String file) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    assertThat(lines).hasSameSizeAs(Files.readAllLines(TOUR));
    return lines;
  }
}
