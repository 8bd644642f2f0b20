package dev.sluice.kafka.broker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an embedded broker is set up.
 *
 * @param folder where it keeps its data, made if it is not there; a temporary one when empty, gone
 *     when the broker is closed
 * @param port on 127.0.0.1; a free one when empty
 * @param partitions of every topic that it makes
 */
public record EmbeddedBrokerSettings(
    Optional<Path> folder, Optional<Integer> port, int partitions) {
  private static final int LARGEST_PORT = 65_535;

  public static final EmbeddedBrokerSettings DEFAULTS =
      new EmbeddedBrokerSettings(Optional.empty(), Optional.empty(), 1);

  public EmbeddedBrokerSettings {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1: " + partitions);
    }
    port.ifPresent(
        number -> {
          if (number < 1 || number > LARGEST_PORT) {
            throw new IllegalArgumentException("port must be 1 to 65535: " + number);
          }
        });
  }

  /** The same with a data folder that stays. */
  public EmbeddedBrokerSettings in(Path named) {
    return new EmbeddedBrokerSettings(Optional.of(named), port, partitions);
  }

  /** The same on a port of one's choice. */
  public EmbeddedBrokerSettings on(int number) {
    return new EmbeddedBrokerSettings(folder, Optional.of(number), partitions);
  }
}
