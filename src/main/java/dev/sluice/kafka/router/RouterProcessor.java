package dev.sluice.kafka.router;

import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The place in the topology where a partition's {@link LedgerDesk} stands. One stream thread. */
final class RouterProcessor
    implements Processor<
        byte @Nullable [], byte @Nullable [], byte @Nullable [], byte @Nullable []> {
  private final RouterSettings settings;
  private @Nullable LedgerDesk desk;

  RouterProcessor(RouterSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<byte @Nullable [], byte @Nullable []> context) {
    LedgerDesk opened = new LedgerDesk(settings, context);
    desk = opened;
    context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, timestamp -> opened.tick());
  }

  @Override
  public void process(Record<byte @Nullable [], byte @Nullable []> record) {
    Objects.requireNonNull(desk, "init comes before process").take(record);
  }
}
