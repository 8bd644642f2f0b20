package dev.sluice.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.job.Limits;

/** Writes limits under the names that submissions and policies give them. */
final class LimitsJson {
  private LimitsJson() {}

  static ObjectNode of(Limits limits) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("wallMillis", limits.wall().toMillis())
        .put("cpuMillis", limits.cpu().toMillis())
        .put("memoryBytes", limits.memory().bytes())
        .put("outputBytes", limits.output().bytes())
        .put("processes", limits.processes())
        .put("diskBytes", limits.disk().bytes());
  }
}
