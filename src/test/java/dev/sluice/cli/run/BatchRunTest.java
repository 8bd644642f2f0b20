package dev.sluice.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import dev.sluice.json.SubmissionReader;
import dev.sluice.json.TestingResults;
import dev.sluice.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BatchRunTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final TestingPipeline pipeline = new TestingPipeline(_ -> Verdict.SUCCEEDED);
  private final AtomicReference<Instant> now = new AtomicReference<>(TestingResults.SUBMITTED_AT);
  private final AtomicInteger generated = new AtomicInteger();
  private Tally tally = new Tally();

  @Test
  void every_line_gets_exactly_one_result() throws IOException {
    List<JsonNode> results = run(line("a") + line("b") + "\n" + line("c"));

    assertThat(results).extracting(BatchRunTest::id).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(tally.of(Verdict.SUCCEEDED)).isEqualTo(3);
  }

  @Test
  void a_good_line_is_not_lost_to_a_bad_one() throws IOException {
    List<JsonNode> results =
        run("{\"id\":\"bad\",\"langage\":\"bash\"}\n" + line("good") + "nonsense\n");

    assertThat(results)
        .extracting(BatchRunTest::id)
        .containsExactlyInAnyOrder("bad", "good", "line-3");
    assertThat(pipeline.submitted)
        .extracting(submission -> submission.key().job().value())
        .containsExactly("good");
    assertThat(tally.refusedLines()).isEqualTo(2);
    assertThat(message(results, "bad")).isEqualTo("line 1: language: is missing");
    assertThat(message(results, "line-3")).startsWith("line 3: not JSON: ");
  }

  @Test
  void an_id_that_is_used_twice_is_submitted_once() throws IOException {
    List<JsonNode> results = run(line("a") + line("b") + line("a"));

    assertThat(results).extracting(BatchRunTest::id).containsExactlyInAnyOrder("a", "a", "b");
    assertThat(pipeline.submitted).hasSize(2);
    assertThat(tally.refusedLines()).isEqualTo(1);
    assertThat(results.getFirst().path("message").textValue())
        .isEqualTo("line 3: id: the same as in line 1");
  }

  @Test
  void a_job_that_has_its_result_is_not_submitted_again() throws IOException {
    pipeline.hasResult(TestingResults.succeeded(JobKey.of("default", "a")));
    pipeline.hasResult(TestingResults.succeeded(JobKey.of("default", "not-ours")));

    List<JsonNode> results = run(line("a") + line("b"));

    assertThat(results).extracting(BatchRunTest::id).containsExactly("a", "b");
    assertThat(pipeline.submitted)
        .extracting(submission -> submission.key().job().value())
        .containsExactly("b");
  }

  @Test
  void lines_without_an_id_get_one_each() throws IOException {
    String line = "{\"language\":\"bash\",\"code\":\"true\"}\n";

    List<JsonNode> results = run(line + line);

    assertThat(results).extracting(BatchRunTest::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void no_more_is_in_flight_than_was_agreed() throws IOException {
    String lines =
        IntStream.range(0, 100).mapToObj(index -> line("j" + index)).collect(Collectors.joining());

    List<JsonNode> results = run(lines);

    assertThat(results).hasSize(100);
    assertThat(pipeline.mostInFlight).isEqualTo(10);
  }

  @Test
  void a_submission_that_the_broker_does_not_take_is_a_platform_failure() throws IOException {
    pipeline.refusesSubmissions = true;

    List<JsonNode> results = run(line("a"));

    assertThat(results).extracting(BatchRunTest::id).containsExactly("a");
    assertThat(tally.of(Verdict.PLATFORM_FAILURE)).isEqualTo(1);
  }

  @Test
  void every_line_is_answered_even_when_nothing_comes_back() throws IOException {
    pipeline.neverAnswers = true;
    String lines =
        IntStream.range(0, 30).mapToObj(index -> line("j" + index)).collect(Collectors.joining());

    List<JsonNode> results = run(lines + "{\"language\":\"bash\",\"code\":\"true\"}\n");

    assertThat(results).hasSize(31);
    assertThat(tally.of(Verdict.PLATFORM_FAILURE)).isEqualTo(31);
  }

  @Test
  void compressed_input_is_read_like_any_other() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write((line("a") + line("b")).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(run(bytes.toByteArray())).hasSize(2);
  }

  private static String line(String id) {
    return "{\"id\":\"" + id + "\",\"language\":\"bash\",\"code\":\"true\"}\n";
  }

  private static String id(JsonNode result) {
    return result.path("id").textValue();
  }

  private static String message(List<JsonNode> results, String id) {
    return results.stream()
        .filter(result -> id(result).equals(id))
        .map(result -> result.path("message").textValue())
        .collect(Collectors.joining());
  }

  private List<JsonNode> run(String lines) throws IOException {
    return run(lines.getBytes(StandardCharsets.UTF_8));
  }

  private List<JsonNode> run(byte[] bytes) throws IOException {
    InstantSource clock = () -> now.updateAndGet(instant -> instant.plusMillis(10));
    LineReader reader =
        new LineReader(
            new SubmissionReader(() -> new JobId("generated-" + generated.incrementAndGet())),
            TenantId.DEFAULT,
            Optional.empty(),
            clock);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputFile input = InputFile.spooled(new ByteArrayInputStream(bytes));
        ResultsFile file = new ResultsFile(out)) {
      Journal journal = new Journal(file, Progress.SILENT);
      RunSettings settings = new RunSettings(10, Duration.ofMinutes(1));
      BatchRun run = new BatchRun(input, reader, journal, settings, clock);
      if (run.prepare()) {
        run.run(pipeline);
      }
      tally = journal.tally();
    }
    List<JsonNode> results = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      results.add(MAPPER.readTree(line));
    }
    return results;
  }
}
