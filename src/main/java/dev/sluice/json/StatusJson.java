package dev.sluice.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.job.BatchId;
import dev.sluice.job.Tier;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.Verdict;
import java.util.Locale;
import java.util.Optional;

/** Writes where a job stands as JSON, with its result once it is settled. */
public final class StatusJson {
  private StatusJson() {}

  public static ObjectNode of(JobStatus status, Optional<JobResult> result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", status.key().job().value());
    json.put("tenant", status.key().tenant().value());
    json.put("phase", status.phase().name().toLowerCase(Locale.ROOT));
    json.put("verdict", status.verdict().map(Verdict::name).orElse(null));
    json.put("tier", status.tier().map(Tier::word).orElse(null));
    json.put("attempt", status.attempt());
    json.put("reason", status.reason());
    json.put("batch", status.batch().map(BatchId::value).orElse(null));
    json.put("at", status.at().toString());
    json.set("result", result.map(ResultJson::of).orElse(null));
    return json;
  }
}
