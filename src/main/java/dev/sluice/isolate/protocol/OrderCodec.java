package dev.sluice.isolate.protocol;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Orders to bytes and back. What a job's outcome is held against never reaches a worker. */
public final class OrderCodec {
  private static final AvroMessage MESSAGE = AvroMessage.named("Order");
  private static final Schema CHOICES = MESSAGE.schema().getField("order").schema();
  private static final Schema RUN = CHOICES.getTypes().get(0);
  private static final Schema STOP = CHOICES.getTypes().get(1);

  private OrderCodec() {}

  public static byte[] encode(Order order) {
    GenericData.Record message = new GenericData.Record(MESSAGE.schema());
    message.put("number", order.number());
    message.put(
        "order",
        switch (order) {
          case Order.Run run -> encodeRun(run);
          case Order.Stop _ -> new GenericData.Record(STOP);
        });
    return MESSAGE.encode(message);
  }

  private static GenericRecord encodeRun(Order.Run run) {
    Schema fileSchema = RUN.getField("files").schema().getElementType();
    List<GenericRecord> files = new ArrayList<>();
    for (SourceFile file : run.program().files()) {
      GenericData.Record encoded = new GenericData.Record(fileSchema);
      encoded.put("path", file.path());
      encoded.put("content", file.content().view());
      files.add(encoded);
    }
    GenericData.Record encoded = new GenericData.Record(RUN);
    encoded.put("language", run.program().language());
    encoded.put("entrypoint", run.program().entrypoint());
    encoded.put("files", files);
    encoded.put("arguments", run.invocation().arguments());
    encoded.put("stdin", run.invocation().stdin().view());
    encoded.put("environment", run.invocation().environment());
    encoded.put("outputBytes", run.output().bytes());
    return encoded;
  }

  public static Order decode(byte[] bytes) throws ProtocolException {
    GenericRecord message = MESSAGE.decode(bytes);
    long number = (Long) message.get("number");
    GenericRecord order = (GenericRecord) message.get("order");
    try {
      return order.getSchema().equals(RUN) ? decodeRun(number, order) : new Order.Stop(number);
    } catch (RuntimeException nonsense) {
      throw new ProtocolException("not an order: " + nonsense.getMessage(), nonsense);
    }
  }

  private static Order.Run decodeRun(long number, GenericRecord run) {
    List<SourceFile> files =
        ((List<?>) run.get("files"))
            .stream()
                .map(GenericRecord.class::cast)
                .map(
                    file ->
                        new SourceFile(file.get("path").toString(), contentOf(file.get("content"))))
                .toList();
    List<String> arguments =
        ((List<?>) run.get("arguments")).stream().map(Object::toString).toList();
    Map<String, String> environment =
        ((Map<?, ?>) run.get("environment"))
            .entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));
    return new Order.Run(
        number,
        new Program(run.get("language").toString(), files, run.get("entrypoint").toString()),
        new Invocation(arguments, contentOf(run.get("stdin")), environment, Optional.empty()),
        new ByteSize((Long) run.get("outputBytes")));
  }

  private static Content contentOf(Object bytes) {
    return Content.copyOf((ByteBuffer) bytes);
  }
}
