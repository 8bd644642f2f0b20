package dev.sluice.kafka.stage;

import dev.sluice.kafka.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that the broker finds too large does not stop a topology: what it was made from goes to
 * the dead letters. Every other failure to write is one of the cluster, and stops the thread until
 * the cluster is well. Made by Streams, by name.
 */
public final class SetAsideOversize implements ProductionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SetAsideOversize.class);

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
    if (!(failure instanceof RecordTooLargeException)) {
      return Response.fail();
    }
    LOG.error(
        "a record made from {}-{}-{} is too large for {}",
        context.topic(),
        context.partition(),
        context.offset(),
        record.topic());
    return record.topic().equals(Topics.DEAD_LETTERS)
        ? Response.resume()
        : Response.resume(List.of(source(context, record.topic(), failure)));
  }

  private static ProducerRecord<byte[], byte[]> source(
      ErrorHandlerContext context, String refusedBy, Exception failure) {
    RecordHeaders headers = new RecordHeaders(context.headers());
    add(headers, DeadLetter.ERROR, refusedBy + ": " + failure.getMessage());
    add(headers, DeadLetter.STAGE, context.processorNodeId());
    add(headers, DeadLetter.SOURCE_TOPIC, context.topic());
    add(headers, DeadLetter.SOURCE_PARTITION, Integer.toString(context.partition()));
    add(headers, DeadLetter.SOURCE_OFFSET, Long.toString(context.offset()));
    return new ProducerRecord<>(
        Topics.DEAD_LETTERS, null, context.sourceRawKey(), context.sourceRawValue(), headers);
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void configure(Map<String, ?> configs) {}
}
