package dev.sluice.app;

import dev.sluice.cli.Deployment;
import dev.sluice.kafka.KafkaSettings;
import java.util.List;

/** What {@link Startup} started. */
record Running(KafkaSettings kafka, List<String> description, Parts parts) implements Deployment {

  @Override
  public void close() {
    parts.close();
  }
}
