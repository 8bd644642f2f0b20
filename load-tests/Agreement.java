import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares two result files of {@code sluice run} task by task (label {@code task}): how many tasks got the same verdict, and
 * which did not. Ends with 1 when fewer than the wanted number agree.
 *
 * <p>Usage: {@code load-tests/agreement WANTED RESULTS.jsonl RESULTS.jsonl}.
 */
final class Agreement {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: load-tests/agreement WANTED RESULTS.jsonl RESULTS.jsonl");
      System.exit(2);
    }
    int wanted = Integer.parseInt(arguments[0]);
    Map<String, String> left = verdicts(Path.of(arguments[1]));
    Map<String, String> right = verdicts(Path.of(arguments[2]));
    if (!left.keySet().equals(right.keySet())) {
      System.err.println("the two files hold different tasks");
      System.exit(2);
    }
    int agreed = 0;
    for (Map.Entry<String, String> task : left.entrySet()) {
      String other = right.get(task.getKey());
      if (task.getValue().equals(other)) {
        agreed++;
      } else {
        System.out.printf("%-16s %-24s %s%n", task.getKey(), task.getValue(), other);
      }
    }
    System.out.printf("%d of %d tasks have the same verdict (wanted: at least %d)%n", agreed, left.size(), wanted);
    System.exit(agreed >= wanted ? 0 : 1);
  }

  private static Map<String, String> verdicts(Path results) throws IOException {
    Map<String, String> verdicts = new TreeMap<>();
    try (Stream<String> lines = Files.lines(results)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode result = JSON.readTree(line);
        verdicts.put(result.get("labels").get("task").asText(), result.get("verdict").asText());
      }
    }
    return verdicts;
  }
}
