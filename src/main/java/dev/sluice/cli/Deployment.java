package dev.sluice.cli;

import dev.sluice.kafka.KafkaSettings;
import java.util.List;

/** What runs in this process, until it is closed. Any thread. */
public interface Deployment extends AutoCloseable {

  /** How to reach the cluster that it runs against. */
  KafkaSettings kafka();

  /** What runs and what does not and why, a line each, for people. */
  List<String> description();

  /** Stops everything, the last started first, and returns when nothing is left running. */
  @Override
  void close();
}
