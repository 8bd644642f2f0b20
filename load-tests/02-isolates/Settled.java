import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * The whole way, told from the results of {@code sluice run}: a job's time is from its submission to its settlement.
 *
 * <p>Usage: {@code Settled RESULTS.jsonl}. Prints a {@link Timeline}'s line.
 */
final class Settled {
  public static void main(String[] arguments) throws Exception {
    List<JsonNode> results = Submissions.read(arguments[0]);
    Timeline timeline = new Timeline(results.size());
    for (int job = 0; job < results.size(); job++) {
      JsonNode provenance = results.get(job).get("provenance");
      boolean succeeded = results.get(job).get("verdict").asText().equals("SUCCEEDED");
      timeline.ran(job, nanos(provenance.get("submittedAt")), nanos(provenance.get("settledAt")), succeeded);
    }
    System.out.println(timeline.line());
  }

  private static long nanos(JsonNode instant) {
    Instant at = Instant.parse(instant.asText());
    return at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }
}
