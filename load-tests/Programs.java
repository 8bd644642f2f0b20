import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the code of the first lines of a submission file as plain files, for baselines that know no Sluice.
 *
 * <p>Usage: {@code load-tests/programs SUBMISSIONS.jsonl COUNT FOLDER}.
 */
final class Programs {
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: load-tests/programs SUBMISSIONS.jsonl COUNT FOLDER");
      System.exit(2);
    }
    ObjectMapper json = new ObjectMapper();
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    List<String> first;
    try (Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
      first = lines.limit(Long.parseLong(arguments[1])).toList();
    }
    for (int number = 0; number < first.size(); number++) {
      JsonNode submission = json.readTree(first.get(number));
      String suffix = submission.get("language").asText().equals("python") ? ".py" : ".js";
      Files.writeString(folder.resolve("%04d%s".formatted(number, suffix)), submission.get("code").asText());
    }
  }
}
