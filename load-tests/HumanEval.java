import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Turns a HumanEval file (openai/human-eval, Python) or a HumanEval-X file (THUDM/CodeGeeX, JavaScript) into the JSONL that
 * {@code sluice run} takes: each problem with its canonical solution and its tests is one program.
 *
 * <p>Usage: {@code load-tests/convert FILE.jsonl[.gz] [tier [tenant [copies]]]}, output on stdout.
 */
final class HumanEval {
  /** The tests say {@code console.assert}, which in Node only prints: here a failed one ends the program. */
  private static final String STRICT_ASSERT =
      "console.assert = (ok, ...words) => { if (!ok) throw new Error('assertion failed ' + words.join(' ')) }; ";

  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 4) {
      System.err.println("usage: load-tests/convert FILE.jsonl[.gz] [auto|isolate|container [TENANT [COPIES]]]");
      System.exit(2);
    }
    List<String> given = List.of(arguments);
    Path file = Path.of(given.get(0));
    String tier = given.size() > 1 ? given.get(1) : "auto";
    String tenant = given.size() > 2 ? given.get(2) : "load";
    int copies = given.size() > 3 ? Integer.parseInt(given.get(3)) : 1;

    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (int copy = 1; copy <= copies; copy++) {
      try (BufferedReader problems = read(file)) {
        for (String line = problems.readLine(); line != null; line = problems.readLine()) {
          out.println(submission(JSON.readTree(line), tier, tenant, copy));
        }
      }
    }
    out.flush();
  }

  private static ObjectNode submission(JsonNode problem, String tier, String tenant, int copy) {
    String task = problem.get("task_id").asText();
    boolean python = task.startsWith("HumanEval/");
    String code =
        problem.get("prompt").asText() + problem.get("canonical_solution").asText() + "\n" + problem.get("test").asText();
    ObjectNode submission = JSON.createObjectNode();
    submission.put("id", task + ":" + tier + "." + copy);
    submission.put("tenant", tenant);
    submission.put("language", python ? "python" : "javascript");
    submission.put("code", python ? code + "\ncheck(" + problem.get("entry_point").asText() + ")\n" : STRICT_ASSERT + code);
    submission.put("tier", tier);
    submission.putObject("labels").put("task", task);
    return submission;
  }

  private static BufferedReader read(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }
}
