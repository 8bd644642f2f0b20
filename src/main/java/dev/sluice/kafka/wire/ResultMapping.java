package dev.sluice.kafka.wire;

import dev.sluice.job.BatchId;
import dev.sluice.job.JobKey;
import dev.sluice.job.Route;
import dev.sluice.job.Tags;
import dev.sluice.job.Tier;
import dev.sluice.kafka.wire.generated.Attempt;
import dev.sluice.verdict.AttemptSummary;
import dev.sluice.verdict.JobResult;
import dev.sluice.verdict.Judgement;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.Provenance;
import dev.sluice.verdict.Usage;
import dev.sluice.verdict.Verdict;
import java.util.Optional;

/** {@code JobResult}. */
final class ResultMapping implements Mapping<JobResult, dev.sluice.kafka.wire.generated.JobResult> {

  @Override
  public dev.sluice.kafka.wire.generated.JobResult toWire(JobResult result) {
    Judgement judgement = result.judgement();
    Output output = result.output();
    Provenance provenance = result.provenance();
    return dev.sluice.kafka.wire.generated.JobResult.newBuilder()
        .setTenant(result.key().tenant().value())
        .setJobId(result.key().job().value())
        .setVerdict(judgement.verdict().name())
        .setFaultDomain(judgement.verdict().faultDomain().name())
        .setMessage(judgement.message())
        .setExitCode(judgement.exitCode().orElse(null))
        .setValue(judgement.value().orElse(null))
        .setStdout(output.stdout().content().view())
        .setStdoutTruncated(output.stdout().truncated())
        .setStderr(output.stderr().content().view())
        .setStderrTruncated(output.stderr().truncated())
        .setWallMicros(Times.micros(result.usage().wall()))
        .setCpuMicros(Times.micros(result.usage().cpu()))
        .setPeakMemoryBytes(result.usage().peakMemory().bytes())
        .setAttempts(result.attempts().stream().map(ResultMapping::attempt).toList())
        .setCodeSha256(provenance.codeSha256())
        .setPolicyVersion(provenance.policyVersion().orElse(null))
        .setTier(provenance.route().map(Route::tier).map(Tier::word).orElse(null))
        .setRouteReason(provenance.route().map(Route::reason).orElse(null))
        .setLimits(provenance.limits().map(LimitsMapping.INSTANCE::toWire).orElse(null))
        .setSandbox(Measures.sandbox(provenance.sandbox()))
        .setBatch(result.tags().batch().map(BatchId::value).orElse(null))
        .setLabels(result.tags().labels())
        .setSubmittedAtMillis(result.submittedAt().toEpochMilli())
        .setSettledAtMillis(result.settledAt().toEpochMilli())
        .build();
  }

  @Override
  public JobResult toDomain(dev.sluice.kafka.wire.generated.JobResult message) {
    return new JobResult(
        JobKey.of(message.getTenant(), message.getJobId()),
        new Judgement(
            Words.constant(Verdict.class, "verdict", message.getVerdict()),
            message.getMessage(),
            Optional.ofNullable(message.getExitCode()),
            Optional.ofNullable(message.getValue())),
        new Output(
            Measures.captured(message.getStdout(), message.getStdoutTruncated()),
            Measures.captured(message.getStderr(), message.getStderrTruncated())),
        Measures.usage(
            message.getWallMicros(), message.getCpuMicros(), message.getPeakMemoryBytes()),
        message.getAttempts().stream().map(ResultMapping::summary).toList(),
        provenance(message),
        new Tags(Optional.ofNullable(message.getBatch()).map(BatchId::new), message.getLabels()),
        Times.instant("submittedAtMillis", message.getSubmittedAtMillis()),
        Times.instant("settledAtMillis", message.getSettledAtMillis()));
  }

  private static Provenance provenance(dev.sluice.kafka.wire.generated.JobResult message) {
    String reason = message.getRouteReason();
    return new Provenance(
        message.getCodeSha256(),
        Optional.ofNullable(message.getPolicyVersion()),
        Optional.ofNullable(message.getTier())
            .map(
                tier ->
                    new Route(
                        Words.lowerCase(Tier.class, "tier", tier), reason == null ? "" : reason)),
        Optional.ofNullable(message.getLimits()).map(LimitsMapping.INSTANCE::toDomain),
        Measures.stamp(message.getSandbox()));
  }

  private static Attempt attempt(AttemptSummary summary) {
    Usage usage = summary.usage();
    return Attempt.newBuilder()
        .setAttempt(summary.attempt())
        .setVerdict(summary.verdict().name())
        .setMessage(summary.message())
        .setSandbox(Measures.sandbox(summary.sandbox()))
        .setWallMicros(Times.micros(usage.wall()))
        .setCpuMicros(Times.micros(usage.cpu()))
        .setPeakMemoryBytes(usage.peakMemory().bytes())
        .setStartedAtMillis(summary.startedAt().toEpochMilli())
        .setEndedAtMillis(summary.endedAt().toEpochMilli())
        .build();
  }

  private static AttemptSummary summary(Attempt message) {
    return new AttemptSummary(
        message.getAttempt(),
        Words.constant(Verdict.class, "attempts.verdict", message.getVerdict()),
        message.getMessage(),
        Measures.stamp(message.getSandbox()),
        Measures.usage(
            message.getWallMicros(), message.getCpuMicros(), message.getPeakMemoryBytes()),
        Times.instant("startedAtMillis", message.getStartedAtMillis()),
        Times.instant("endedAtMillis", message.getEndedAtMillis()));
  }
}
