package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.job.JobKey;
import dev.sluice.job.Tags;
import dev.sluice.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
  private static final JobKey KEY = JobKey.of("acme", "j1");
  private static final Tags TAGS = new Tags(Optional.empty(), Map.of("suite", "tour"));

  @Test
  void a_result_has_the_fields_that_other_tools_rely_on() {
    ObjectNode json = ResultJson.of(TestingResults.of(KEY, Verdict.SUCCEEDED, "{\"a\":[1]}", TAGS));

    assertThat(json.toString())
        .startsWith(
            """
            {"id":"j1","tenant":"acme","verdict":"SUCCEEDED","faultDomain":"NONE","tier":"isolate",\
            "routeReason":"nothing asks for more","exitCode":0,"stdout":"out\\n",\
            "stdoutTruncated":true,"stderr":"","stderrTruncated":false,"value":{"a":[1]},\
            "usage":{"wallMillis":12,"cpuMillis":7,"peakMemoryBytes":4096},"attempts":1,\
            "message":"in words","provenance":{"codeSha256":"%s","policyVersion":3,"""
                .formatted("0".repeat(64)))
        .endsWith("\"labels\":{\"suite\":\"tour\"}}");
  }

  @Test
  void provenance_keeps_every_attempt_and_who_ran_it() {
    ObjectNode json = ResultJson.of(TestingResults.of(KEY, Verdict.SUCCEEDED, "1", TAGS));

    assertThat(json.at("/provenance/attempts/0/attempt").intValue()).isEqualTo(1);
    assertThat(json.at("/provenance/attempts/0/sandbox/executor").textValue())
        .isEqualTo("executor-1");
    assertThat(json.at("/provenance/sandbox/confinement").textValue()).isEqualTo("bubblewrap");
    assertThat(json.at("/provenance/limits/wallMillis").longValue()).isEqualTo(1000);
  }

  @Test
  void a_value_that_is_not_json_stays_text() {
    String nested = "[".repeat(5_000);

    assertThat(valueOf("not json").textValue()).isEqualTo("not json");
    assertThat(valueOf(nested).textValue()).isEqualTo(nested);
  }

  @Test
  void numbers_of_a_value_stay_exact() {
    assertThat(valueOf("0.1000000000000000055511151231257827"))
        .hasToString("0.1000000000000000055511151231257827");
  }

  @Test
  void a_refusal_has_the_same_fields_as_a_result() {
    ObjectNode refusal = ResultJson.refusal("line-3", "acme", "line 3: x", Map.of());
    ObjectNode result = ResultJson.of(TestingResults.succeeded(KEY));

    assertThat(refusal.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> result.fieldNames());
    assertThat(refusal.path("verdict").textValue()).isEqualTo("REJECTED");
    assertThat(refusal.path("faultDomain").textValue()).isEqualTo("SUBMITTER");
  }

  private static com.fasterxml.jackson.databind.JsonNode valueOf(String value) {
    return ResultJson.of(TestingResults.of(KEY, Verdict.SUCCEEDED, value, TAGS)).path("value");
  }
}
