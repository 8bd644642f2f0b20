package dev.sluice.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.audit.AuditRecord;
import dev.sluice.job.JobId;
import java.util.TreeMap;

/** Writes audit records as JSON. */
public final class AuditJson {
  private AuditJson() {}

  public static ObjectNode of(AuditRecord record) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", record.id());
    json.put("at", record.at().toString());
    json.put("stage", record.stage().word());
    json.put("tenant", record.tenant().value());
    json.put("job", record.job().map(JobId::value).orElse(null));
    json.put("type", record.type());
    ObjectNode details = json.putObject("details");
    new TreeMap<>(record.details()).forEach(details::put);
    return json;
  }
}
