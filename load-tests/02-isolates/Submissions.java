import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lines of JSON, as {@code sluice run} takes and writes them. */
final class Submissions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Submissions() {}

  static List<JsonNode> read(String file) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.map(Submissions::parsed).toList();
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException wrong) {
      throw new IllegalArgumentException("not JSON: " + line, wrong);
    }
  }
}
