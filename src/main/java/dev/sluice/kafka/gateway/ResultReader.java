package dev.sluice.kafka.gateway;

import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.verdict.JobResult;
import java.time.Duration;
import java.util.List;

/**
 * A place in the stream of results. One thread, which closes it too. Methods throw {@link
 * GatewayException} when the cluster refuses; one that cannot be reached brings no results.
 */
public final class ResultReader implements AutoCloseable {
  private final TopicReader<JobResult> reader;

  private ResultReader(TopicReader<JobResult> reader) {
    this.reader = reader;
  }

  public static ResultReader open(KafkaSettings settings, Start start) {
    return new ResultReader(TopicReader.open(settings, Topics.RESULTS, Codecs.RESULT, start));
  }

  /**
   * The next results, of one tenant in the order of their settlement; empty when none came within
   * the patience.
   */
  public List<JobResult> next(Duration patience) {
    return reader.next(patience).stream().flatMap(item -> item.value().stream()).toList();
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
