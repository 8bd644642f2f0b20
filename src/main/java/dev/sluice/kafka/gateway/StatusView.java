package dev.sluice.kafka.gateway;

import dev.sluice.job.JobKey;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.verdict.JobStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where jobs stand, as {@code code.status} says: all that are open, and of the settled ones the
 * {@value #SETTLED_KEPT} newest. Any thread, and no method waits; closed by who made it.
 */
public final class StatusView implements AutoCloseable {
  static final int SETTLED_KEPT = 100_000;

  private final Map<JobKey, JobStatus> open = new HashMap<>();
  private final NewestEntries<JobKey, JobStatus> settled;
  private final Follower<JobStatus> follower;

  public StatusView(KafkaSettings settings) {
    this(settings, SETTLED_KEPT);
  }

  StatusView(KafkaSettings settings, int settledKept) {
    this.settled = new NewestEntries<>(settledKept);
    this.follower =
        Follower.start(
            Topics.STATUS,
            () -> TopicReader.open(settings, Topics.STATUS, Codecs.STATUS, Start.EARLIEST),
            item -> item.value().ifPresent(this::take));
  }

  /** Empty for a job that the ledger has not heard of, or that was settled long ago. */
  public Optional<JobStatus> of(JobKey key) {
    synchronized (open) {
      JobStatus status = open.get(key);
      return Optional.ofNullable(status == null ? settled.get(key) : status);
    }
  }

  /** Why what is known may be old, or empty when it is up to date. */
  public Optional<String> unreadiness() {
    return follower.unreadiness();
  }

  private void take(JobStatus status) {
    synchronized (open) {
      switch (status.phase()) {
        case HELD, DISPATCHED -> open.put(status.key(), status);
        case SETTLED -> {
          open.remove(status.key());
          settled.putNewest(status.key(), status);
        }
      }
    }
  }

  @Override
  public void close() {
    follower.close();
  }
}
