package dev.sluice.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.job.BatchId;
import dev.sluice.job.Route;
import dev.sluice.job.Tier;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.Captured;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Provenance;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import dev.sluice.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes results as JSON: every field is always there, {@code null} where there is nothing. */
public final class ResultJson {
  /** Values come from programs: exact numbers, and what does not parse stays text. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ResultJson() {}

  public static ObjectNode of(JobResult result) {
    Optional<Route> route = result.provenance().route();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", result.key().job().value());
    json.put("tenant", result.key().tenant().value());
    putVerdict(json, result.verdict());
    json.put("tier", route.map(Route::tier).map(Tier::word).orElse(null));
    json.put("routeReason", route.map(Route::reason).orElse(null));
    json.put("exitCode", result.judgement().exitCode().orElse(null));
    putOutput(json, "stdout", result.output().stdout());
    putOutput(json, "stderr", result.output().stderr());
    json.set(
        "value", result.judgement().value().map(ResultJson::value).orElseGet(MAPPER::nullNode));
    json.set("usage", usage(result.usage()));
    json.put("attempts", result.attempts().size());
    json.put("message", result.judgement().message());
    json.set("provenance", provenance(result));
    putLabels(json, result.tags().labels());
    return json;
  }

  /** The answer to something that is not a submission; nothing of it was ever submitted. */
  public static ObjectNode refusal(
      String id, String tenant, String message, Map<String, String> labels) {
    return unsubmitted(id, tenant, Verdict.REJECTED, message, labels);
  }

  /** The answer about a job whose result could not be had. */
  public static ObjectNode unsubmitted(
      String id, String tenant, Verdict verdict, String message, Map<String, String> labels) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", id);
    json.put("tenant", tenant);
    putVerdict(json, verdict);
    json.putNull("tier");
    json.putNull("routeReason");
    json.putNull("exitCode");
    putOutput(json, "stdout", Captured.NOTHING);
    putOutput(json, "stderr", Captured.NOTHING);
    json.putNull("value");
    json.set("usage", usage(Usage.NONE));
    json.put("attempts", 0);
    json.put("message", message);
    json.putNull("provenance");
    putLabels(json, labels);
    return json;
  }

  private static void putVerdict(ObjectNode json, Verdict verdict) {
    json.put("verdict", verdict.name());
    json.put("faultDomain", verdict.faultDomain().name());
  }

  private static void putOutput(ObjectNode json, String name, Captured captured) {
    json.put(name, captured.content().text());
    json.put(name + "Truncated", captured.truncated());
  }

  private static void putLabels(ObjectNode json, Map<String, String> labels) {
    ObjectNode byName = json.putObject("labels");
    new TreeMap<>(labels).forEach(byName::put);
  }

  private static JsonNode value(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MAPPER.getNodeFactory().textNode(text);
    }
  }

  private static ObjectNode usage(Usage usage) {
    return MAPPER
        .createObjectNode()
        .put("wallMillis", usage.wall().toMillis())
        .put("cpuMillis", usage.cpu().toMillis())
        .put("peakMemoryBytes", usage.peakMemory().bytes());
  }

  private static ObjectNode provenance(JobResult result) {
    Provenance provenance = result.provenance();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("codeSha256", provenance.codeSha256());
    json.put("policyVersion", provenance.policyVersion().orElse(null));
    json.set("limits", provenance.limits().map(LimitsJson::of).orElse(null));
    json.set("sandbox", provenance.sandbox().map(ResultJson::sandbox).orElse(null));
    ArrayNode attempts = json.putArray("attempts");
    result.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
    json.put("batch", result.tags().batch().map(BatchId::value).orElse(null));
    json.put("submittedAt", result.submittedAt().toString());
    json.put("settledAt", result.settledAt().toString());
    return json;
  }

  private static ObjectNode sandbox(SandboxStamp stamp) {
    return MAPPER
        .createObjectNode()
        .put("executor", stamp.executor())
        .put("sandbox", stamp.sandbox())
        .put("engine", stamp.engine())
        .put("confinement", stamp.confinement());
  }

  private static ObjectNode attempt(AttemptSummary attempt) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("attempt", attempt.attempt());
    json.put("verdict", attempt.verdict().name());
    json.put("message", attempt.message());
    json.set("sandbox", attempt.sandbox().map(ResultJson::sandbox).orElse(null));
    json.set("usage", usage(attempt.usage()));
    json.put("startedAt", attempt.startedAt().toString());
    json.put("endedAt", attempt.endedAt().toString());
    return json;
  }
}
