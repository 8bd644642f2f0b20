package dev.sluice.kafka.gateway;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.AuditRecord;
import dev.sluice.job.JobId;
import dev.sluice.job.TenantId;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Follows the audit trail. One thread, which closes it too. Events of one tenant come in the order
 * in which they were written; several writers' events on one job may interleave.
 */
public final class AuditTail implements AutoCloseable {
  private final TopicReader<AuditEntry> reader;
  private final Filter filter;

  /** Which events to show; empty is any. */
  public record Filter(Optional<TenantId> tenant, Optional<JobId> job) {
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());

    boolean shows(AuditRecord record) {
      return tenant.map(record.tenant()::equals).orElse(true)
          && (job.isEmpty() || job.equals(record.job()));
    }
  }

  private AuditTail(TopicReader<AuditEntry> reader, Filter filter) {
    this.reader = reader;
    this.filter = filter;
  }

  public static AuditTail open(KafkaSettings settings, Start start, Filter filter) {
    return new AuditTail(TopicReader.open(settings, Topics.AUDIT, Codecs.AUDIT, start), filter);
  }

  /** The next events; empty when none came within the patience. */
  public List<AuditEntry> next(Duration patience) {
    return reader.next(patience).stream()
        .flatMap(item -> item.value().stream())
        .filter(entry -> filter.shows(entry.record()))
        .toList();
  }

  /** Whether everything that was there at the opening has been read. */
  public boolean caughtUp() {
    return reader.caughtUp();
  }

  @Override
  public void close() {
    reader.close();
  }
}
