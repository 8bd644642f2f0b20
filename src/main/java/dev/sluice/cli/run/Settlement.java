package dev.sluice.cli.run;

import dev.sluice.job.Route;
import dev.sluice.job.Tier;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the summary keeps of one line's result.
 *
 * @param latency from submission to result; empty when nothing was submitted
 * @param expectation what the line's labels say should become of it
 */
record Settlement(
    String id,
    Verdict verdict,
    Optional<Tier> tier,
    Optional<Duration> latency,
    Optional<Expectation> expectation,
    String message) {

  static Settlement of(JobResult result) {
    return new Settlement(
        result.key().job().value(),
        result.verdict(),
        result.provenance().route().map(Route::tier),
        Optional.of(Duration.between(result.submittedAt(), result.settledAt())),
        Expectation.in(result.tags().labels()),
        result.judgement().message());
  }

  static Settlement without(
      String id, Verdict verdict, Map<String, String> labels, String message) {
    return new Settlement(
        id, verdict, Optional.empty(), Optional.empty(), Expectation.in(labels), message);
  }

  boolean isAsExpected() {
    return expectation.map(expected -> expected.isMetBy(this)).orElse(false);
  }
}
