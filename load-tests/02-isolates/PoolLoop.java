import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.verdict.Ending;
import java.util.List;

/**
 * The same programs in the isolate pool, without Kafka: a thread a slot hands it the next program of one tenant.
 *
 * <p>Usage: {@code PoolLoop SUBMISSIONS.jsonl}. Prints a {@link Timeline}'s line.
 */
final class PoolLoop {
  public static void main(String[] arguments) throws Exception {
    List<JsonNode> programs = Submissions.read(arguments[0]);
    try (Pool pool = new Pool(programs.getFirst().get("language").asText())) {
      Side.Runner runner =
          program -> pool.run("load", programs.get(program).get("code").asText()).ending() instanceof Ending.Exited(int code, var _) && code == 0;
      System.out.println(Side.bySide(programs.size(), () -> runner).line());
    }
  }
}
