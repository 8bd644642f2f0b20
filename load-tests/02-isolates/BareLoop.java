import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;

/**
 * What the engine can do where nobody isolates anything: a thread a processor, each with an engine of its own, a fresh
 * context for each program, all in this process.
 *
 * <p>Usage: {@code BareLoop SUBMISSIONS.jsonl}. Prints a {@link Timeline}'s line.
 */
final class BareLoop implements Side.Runner {
  private final List<JsonNode> programs;
  private final Engine engine =
      Engine.newBuilder()
          .option("engine.WarnInterpreterOnly", "false")
          .out(OutputStream.nullOutputStream())
          .err(OutputStream.nullOutputStream())
          .build();

  private BareLoop(List<JsonNode> programs) {
    this.programs = programs;
  }

  public static void main(String[] arguments) throws Exception {
    List<JsonNode> programs = Submissions.read(arguments[0]);
    System.out.println(Side.bySide(programs.size(), () -> new BareLoop(programs)).line());
  }

  @Override
  public boolean run(int program) {
    JsonNode submission = programs.get(program);
    String language = submission.get("language").asText().equals("python") ? "python" : "js";
    try (Context context = Context.newBuilder(language).engine(engine).build()) {
      context.eval(Source.newBuilder(language, submission.get("code").asText(), "main").buildLiteral());
      return true;
    } catch (PolyglotException wrong) {
      return false;
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
