package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Submission;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private final SubmissionReader reader = new SubmissionReader(() -> new JobId("generated"));

  @Test
  void every_field_of_a_line_is_read() {
    Submission submission =
        understood(
            """
            {"id": "j1", "tenant": "acme", "language": "javascript", "tier": "container",
             "files": [{"path": "main.js", "content": "1"}, {"path": "lib/a.js", "content": "2"}],
             "entrypoint": "lib/a.js", "stdin": "in", "args": ["-v", "x"], "env": {"A": "b"},
             "limits": {"wallMillis": 1, "cpuMillis": 2, "memoryBytes": 3, "outputBytes": 4,
                        "processes": 5, "diskBytes": 6},
             "capabilities": ["weather"], "expectedStdout": "out", "priority": 1,
             "expiresInMillis": 1000, "labels": {"expect": "SUCCEEDED"}}
            """);

    assertThat(submission.key()).isEqualTo(JobKey.of("acme", "j1"));
    assertThat(submission.program().files())
        .containsExactly(
            new SourceFile("main.js", Content.of("1")),
            new SourceFile("lib/a.js", Content.of("2")));
    assertThat(submission.program().entrypoint()).isEqualTo("lib/a.js");
    assertThat(submission.invocation().stdin()).isEqualTo(Content.of("in"));
    assertThat(submission.invocation().arguments()).containsExactly("-v", "x");
    assertThat(submission.invocation().environment()).isEqualTo(Map.of("A", "b"));
    assertThat(submission.invocation().expectedStdout()).contains("out");
    Terms terms = submission.terms();
    assertThat(terms.priority()).isEqualTo(1);
    assertThat(terms.tier()).isEqualTo(RequestedTier.CONTAINER);
    assertThat(terms.limits().wall()).contains(Duration.ofMillis(1));
    assertThat(terms.limits().cpu()).contains(Duration.ofMillis(2));
    assertThat(terms.limits().memory()).contains(new ByteSize(3));
    assertThat(terms.limits().output()).contains(new ByteSize(4));
    assertThat(terms.limits().processes()).contains(5);
    assertThat(terms.limits().disk()).contains(new ByteSize(6));
    assertThat(terms.capabilities()).containsExactly("weather");
    assertThat(terms.expiresAt()).contains(NOW.plusSeconds(1));
    assertThat(submission.tags().labels()).isEqualTo(Map.of("expect", "SUCCEEDED"));
    assertThat(submission.submittedAt()).isEqualTo(NOW);
  }

  @Test
  void what_a_line_leaves_out_is_plain() {
    Submission submission = understood("{\"language\": \"python\", \"code\": \"print(1)\"}");

    assertThat(submission.key()).isEqualTo(JobKey.of("default", "generated"));
    assertThat(submission.program().files())
        .containsExactly(new SourceFile("main.py", Content.of("print(1)")));
    assertThat(submission.program().entrypoint()).isEqualTo("main.py");
    assertThat(submission.terms()).isEqualTo(Terms.PLAIN);
  }

  @Test
  void null_counts_as_left_out() {
    Submission submission =
        understood("{\"language\": \"bash\", \"code\": \"true\", \"stdin\": null, \"id\": null}");

    assertThat(submission.key().job()).isEqualTo(new JobId("generated"));
    assertThat(submission.invocation().stdin()).isEqualTo(Content.EMPTY);
  }

  @Test
  void an_unknown_language_is_for_the_validator_to_reject() {
    assertThat(understood("{\"language\": \"cobol\", \"code\": \"x\"}").program().language())
        .isEqualTo("cobol");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"language\":\"bash\",\"code\":\"1\",\"cod\":2} | cod: unknown field",
        "{\"language\":\"bash\",\"code\":\"1\",\"limits\":{\"wall\":2}} | limits.wall: unknown field",
        "{\"language\":\"bash\",\"code\":1} | code: must be a string: 1",
        "{\"language\":\"bash\"} | code: is missing, and so is files",
        "{\"code\":\"1\"} | language: is missing",
        "{\"language\":\"bash\",\"code\":\"1\",\"files\":[]} | code: not together with files",
        "{\"language\":\"bash\",\"files\":[]} | files: must not be empty",
        "{\"language\":\"bash\",\"files\":[{\"path\":\"a\"}]} | files[0].content: is missing",
        "{\"language\":\"bash\",\"files\":[{\"path\":\"a\",\"content\":\"\",\"x\":1}]} | files[0].x: unknown field",
        "{\"language\":\"bash\",\"code\":\"1\",\"entrypoint\":\"a\"} | entrypoint: only together with files",
        "{\"language\":\"bash\",\"code\":\"1\",\"limits\":{\"wallMillis\":\"9\"}} | limits.wallMillis: must be a whole number: \"9\"",
        "{\"language\":\"bash\",\"code\":\"1\",\"limits\":{\"wallMillis\":1.5}} | limits.wallMillis: must be a whole number: 1.5",
        "{\"language\":\"bash\",\"code\":\"1\",\"limits\":{\"memoryBytes\":-1}} | limits.memoryBytes: must not be negative: -1",
        "{\"language\":\"bash\",\"code\":\"1\",\"limits\":{\"processes\":4294967296}} | limits.processes: is out of range: 4294967296",
        "{\"language\":\"bash\",\"code\":\"1\",\"args\":[\"a\",2]} | args[1]: must be a string: 2",
        "{\"language\":\"bash\",\"code\":\"1\",\"env\":{\"A\":true}} | env.A: must be a string: true",
        "{\"language\":\"bash\",\"code\":\"1\",\"tier\":\"vm\"} | tier: must be auto, isolate or container: \"vm\"",
        "{\"language\":\"bash\",\"code\":\"1\",\"expiresInMillis\":9223372036854775807} | expiresInMillis: is out of range: 9223372036854775807",
        "{\"language\":\"bash\",\"code\":\"1\",\"tenant\":\"a/b\"} | tenant: tenant must not contain a slash: \"a/b\"",
        "[1] | must be an object: [1]",
      })
  void a_mistake_names_field_and_value(String json, String mistake) {
    assertThat(misunderstood(json).mistake()).hasToString(mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{\"id\": \"a\"", "nonsense", "{} {}", "{\"id\":1,\"id\":2}", "`\u0000\u0001`"})
  void what_is_not_json_is_a_mistake(String text) {
    assertThat(misunderstood(text).mistake().message()).startsWith("not JSON: ");
  }

  @Test
  void a_bad_line_keeps_what_names_it() {
    Reading.Faulty faulty =
        misunderstood(
            "{\"id\": \"j 1\", \"tenant\": \"acme\", \"labels\": {\"expect\": \"REJECTED\", \"n\": 1}}");

    assertThat(faulty.id()).contains("j 1");
    assertThat(faulty.tenant()).contains("acme");
    assertThat(faulty.labels()).isEqualTo(Map.of("expect", "REJECTED"));
    assertThat(faulty.mistake().field()).isEqualTo("id");
  }

  private Submission understood(String json) {
    Reading reading = read(json);
    assertThat(reading).isInstanceOf(Reading.Clear.class);
    return ((Reading.Clear) reading).submission();
  }

  private Reading.Faulty misunderstood(String json) {
    Reading reading = read(json);
    assertThat(reading).isInstanceOf(Reading.Faulty.class);
    return (Reading.Faulty) reading;
  }

  private Reading read(String json) {
    return reader.read(
        json.getBytes(StandardCharsets.UTF_8),
        new SubmissionDefaults(TenantId.DEFAULT, Optional.empty(), NOW));
  }
}
