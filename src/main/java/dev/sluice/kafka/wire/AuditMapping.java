package dev.sluice.kafka.wire;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.ChainLink;
import dev.sluice.audit.Stage;
import dev.sluice.job.JobId;
import dev.sluice.job.TenantId;
import dev.sluice.kafka.wire.generated.AuditEvent;
import java.util.Optional;

/** {@code AuditEvent}. */
final class AuditMapping implements Mapping<AuditEntry, AuditEvent> {

  @Override
  public AuditEvent toWire(AuditEntry entry) {
    AuditRecord record = entry.record();
    ChainLink link = entry.link();
    return AuditEvent.newBuilder()
        .setId(record.id())
        .setAtMillis(record.at().toEpochMilli())
        .setStage(record.stage().word())
        .setType(record.type())
        .setTenant(record.tenant().value())
        .setJobId(record.job().map(JobId::value).orElse(null))
        .setDetails(record.details())
        .setChain(link.chain())
        .setSequence(link.sequence())
        .setPreviousHash(link.previousHash())
        .setHash(link.hash())
        .build();
  }

  @Override
  public AuditEntry toDomain(AuditEvent message) {
    return new AuditEntry(
        new AuditRecord(
            message.getId(),
            Times.instant("atMillis", message.getAtMillis()),
            Words.lowerCase(Stage.class, "stage", message.getStage()),
            new TenantId(message.getTenant()),
            Optional.ofNullable(message.getJobId()).map(JobId::new),
            message.getType(),
            message.getDetails()),
        new ChainLink(
            message.getChain(),
            message.getSequence(),
            message.getPreviousHash(),
            message.getHash()));
  }
}
