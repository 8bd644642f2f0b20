import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.verdict.AttemptOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How quickly the pool gets a program going, and what it costs to have workers ready.
 *
 * <p>Usage: {@code Dispatch SUBMISSIONS.jsonl}. Prints three lines of a name and a figure: from handing a job to the pool to
 * its first statement, median and 95th percentile; a tenant's first job minus a warm one's, both the first program of the
 * file, medians; resident memory of a worker that nobody has used.
 */
final class Dispatch {
  private static final int WARM_UP = 100;
  private static final int WARM = 200;
  private static final int COLD = 9;

  /** A program's first statement reads the clock, in whole milliseconds. */
  private static final Map<String, String> CLOCKS =
      Map.of(
          "javascript", "console.log(Date.now())",
          "typescript", "console.log(Date.now())",
          "python", "import time\nprint(int(time.time() * 1000))");

  public static void main(String[] arguments) throws Exception {
    JsonNode first = Submissions.read(arguments[0]).getFirst();
    String language = first.get("language").asText();
    String code = first.get("code").asText();
    try (Pool pool = new Pool(language)) {
      pool.awaitSpare();
      double resident = residentMebibytes();
      double[] dispatch = new double[WARM];
      double[] warm = new double[WARM];
      for (int number = -WARM_UP; number < WARM; number++) {
        double dispatched = dispatchMillis(pool, CLOCKS.get(language));
        double ran = millis(pool, "warm", code);
        if (number >= 0) {
          dispatch[number] = dispatched;
          warm[number] = ran;
        }
      }
      double[] cold = new double[COLD];
      for (int number = 0; number < COLD; number++) {
        pool.awaitSpare();
        cold[number] = millis(pool, "cold-" + number, code);
      }
      print("dispatch_p50_ms", percentile(dispatch, 50));
      print("dispatch_p95_ms", percentile(dispatch, 95));
      print("warm_p50_ms", percentile(warm, 50));
      print("cold_p50_ms", percentile(cold, 50));
      print("cold_minus_warm_ms", percentile(cold, 50) - percentile(warm, 50));
      print("resident_mib", resident);
    }
  }

  /** At most: the program's clock may be almost a millisecond further than what it says. */
  private static double dispatchMillis(Pool pool, String clock) {
    Instant handed = Instant.now();
    AttemptOutcome outcome = pool.run("warm", clock);
    long started = Long.parseLong(outcome.output().stdout().content().text().strip());
    return Duration.between(handed, Instant.ofEpochMilli(started + 1)).toNanos() / 1e6;
  }

  private static double millis(Pool pool, String tenant, String code) {
    long begun = System.nanoTime();
    pool.run(tenant, code);
    return (System.nanoTime() - begun) / 1e6;
  }

  /** Of the one worker there is. */
  private static double residentMebibytes() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.children().findAny().isEmpty())
        .mapToDouble(Dispatch::residentMebibytes)
        .max()
        .orElseThrow();
  }

  private static double residentMebibytes(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (java.io.IOException ended) {
      return 0;
    }
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[values.length * percent / 100];
  }

  private static void print(String name, double figure) {
    System.out.printf(Locale.ROOT, "%s %.1f%n", name, figure);
  }
}
