package dev.sluice.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Tier;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
  private final Tally tally = new Tally();

  @Test
  void verdicts_are_counted_by_tier() {
    tally.count(ran("a", Verdict.SUCCEEDED, Tier.ISOLATE, Map.of()));
    tally.count(ran("b", Verdict.SUCCEEDED, Tier.ISOLATE, Map.of()));
    tally.count(ran("c", Verdict.SUCCEEDED, Tier.CONTAINER, Map.of()));
    tally.countRefused(Settlement.without("d", Verdict.REJECTED, Map.of(), "no"));

    String summary = SummaryTable.of(tally, Duration.ofSeconds(2));

    assertThat(summary.lines())
        .anyMatch(line -> line.matches(" SUCCEEDED +2 +1 +3 *"))
        .anyMatch(line -> line.matches(" REJECTED +1 +1 *"));
    assertThat(summary).contains("4 results in 2.0 s, 2.0 jobs/s");
  }

  @Test
  void latencies_are_those_of_jobs_that_were_submitted() {
    IntStream.rangeClosed(1, 100)
        .forEach(
            millis ->
                tally.count(
                    new Settlement(
                        "j" + millis,
                        Verdict.SUCCEEDED,
                        Optional.of(Tier.ISOLATE),
                        Optional.of(Duration.ofMillis(millis)),
                        Optional.empty(),
                        "")));
    tally.countRefused(Settlement.without("bad", Verdict.REJECTED, Map.of(), "no"));

    assertThat(SummaryTable.of(tally, Duration.ofSeconds(1))).contains("p50 50 ms, p99 99 ms");
  }

  @Test
  void expected_stands_beside_actual_and_disagreement_is_marked() {
    tally.count(ran("good", Verdict.SUCCEEDED, Tier.ISOLATE, Map.of("expect", "SUCCEEDED")));
    tally.count(ran("bad", Verdict.RUNTIME_ERROR, Tier.ISOLATE, Map.of("expect", "SUCCEEDED")));
    tally.count(
        ran(
            "elsewhere",
            Verdict.SUCCEEDED,
            Tier.CONTAINER,
            Map.of("expect", "SUCCEEDED", "expectTier", "isolate")));

    String summary = SummaryTable.of(tally, Duration.ofSeconds(1));

    assertThat(summary.lines())
        .anyMatch(line -> line.matches(" ok +good +SUCCEEDED +SUCCEEDED in isolate .*"))
        .anyMatch(line -> line.matches(" XX +bad +SUCCEEDED +RUNTIME_ERROR in isolate .*"))
        .anyMatch(
            line -> line.matches(" XX +elsewhere +SUCCEEDED in isolate +SUCCEEDED in cont.*"));
    assertThat(summary).contains("1 of 3 as expected");
    assertThat(tally.isAllAsExpected()).isFalse();
  }

  @Test
  void of_a_large_run_only_disagreements_are_listed() {
    IntStream.range(0, 1000)
        .forEach(
            number ->
                tally.count(
                    ran(
                        "job-" + number,
                        number == 500 ? Verdict.WRONG_ANSWER : Verdict.SUCCEEDED,
                        Tier.ISOLATE,
                        Map.of("expect", "SUCCEEDED"))));

    assertThat(SummaryTable.of(tally, Duration.ofSeconds(1)).lines())
        .filteredOn(line -> line.contains("job-"))
        .singleElement()
        .asString()
        .contains("job-500");
  }

  private static Settlement ran(String id, Verdict verdict, Tier tier, Map<String, String> labels) {
    return new Settlement(
        id,
        verdict,
        Optional.of(tier),
        Optional.of(Duration.ofMillis(5)),
        Expectation.in(labels),
        "");
  }
}
