package dev.sluice.kafka.validator;

import dev.sluice.validate.Validator;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The place in the topology where a partition's {@link ValidatorDesk} stands. One stream thread.
 */
final class ValidatorProcessor
    implements Processor<
        byte @Nullable [], byte @Nullable [], byte @Nullable [], byte @Nullable []> {
  private final Validator validator;
  private final String process;
  private @Nullable ValidatorDesk desk;

  ValidatorProcessor(Validator validator, String process) {
    this.validator = validator;
    this.process = process;
  }

  @Override
  public void init(ProcessorContext<byte @Nullable [], byte @Nullable []> context) {
    desk = new ValidatorDesk(validator, process, context);
  }

  @Override
  public void process(Record<byte @Nullable [], byte @Nullable []> record) {
    Objects.requireNonNull(desk, "init comes before process").take(record);
  }
}
