package dev.sluice.kafka.wire;

import dev.sluice.job.BatchId;
import dev.sluice.job.JobKey;
import dev.sluice.job.Tier;
import dev.sluice.verdict.JobStatus;
import dev.sluice.verdict.Verdict;
import java.util.Optional;

/** {@code JobStatus}. */
final class StatusMapping implements Mapping<JobStatus, dev.sluice.kafka.wire.generated.JobStatus> {

  @Override
  public dev.sluice.kafka.wire.generated.JobStatus toWire(JobStatus status) {
    return dev.sluice.kafka.wire.generated.JobStatus.newBuilder()
        .setTenant(status.key().tenant().value())
        .setJobId(status.key().job().value())
        .setPhase(status.phase().name())
        .setVerdict(status.verdict().map(Verdict::name).orElse(null))
        .setTier(status.tier().map(Tier::word).orElse(null))
        .setAttempt(status.attempt())
        .setReason(status.reason())
        .setBatch(status.batch().map(BatchId::value).orElse(null))
        .setAtMillis(status.at().toEpochMilli())
        .build();
  }

  @Override
  public JobStatus toDomain(dev.sluice.kafka.wire.generated.JobStatus message) {
    return new JobStatus(
        JobKey.of(message.getTenant(), message.getJobId()),
        Words.constant(JobStatus.Phase.class, "phase", message.getPhase()),
        Optional.ofNullable(message.getVerdict())
            .map(word -> Words.constant(Verdict.class, "verdict", word)),
        Optional.ofNullable(message.getTier())
            .map(word -> Words.lowerCase(Tier.class, "tier", word)),
        message.getAttempt(),
        message.getReason(),
        Optional.ofNullable(message.getBatch()).map(BatchId::new),
        Times.instant("atMillis", message.getAtMillis()));
  }
}
