package dev.sluice.kafka.router;

import dev.sluice.job.ByteSize;
import dev.sluice.ledger.LedgerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a router works.
 *
 * @param applicationId names the consumer group, the changelogs and the transactions; routers that
 *     share it share the work
 * @param tick how often leases, expiries and free slots are looked at
 * @param commitInterval how long a decision may wait until readers of committed records see it
 * @param capacityLifetime for how long what an executor said of its pool is believed
 * @param largestRecord what the changelogs and topics must be able to hold in one record
 * @param stateFolder where the state's local copy is kept; a temporary folder when empty
 * @param replicationFactor of the changelogs; -1 is the broker's default
 * @param threads partitions are spread over them
 */
public record RouterSettings(
    String applicationId,
    LedgerSettings ledger,
    Duration tick,
    Duration commitInterval,
    Duration capacityLifetime,
    ByteSize largestRecord,
    Optional<Path> stateFolder,
    int replicationFactor,
    int threads) {

  public static final RouterSettings DEFAULTS =
      new RouterSettings(
          "sluice-router",
          LedgerSettings.DEFAULTS,
          Duration.ofMillis(50),
          Duration.ofMillis(20),
          Duration.ofSeconds(10),
          ByteSize.ofMebibytes(8),
          Optional.empty(),
          -1,
          1);

  public RouterSettings {
    if (replicationFactor != -1 && replicationFactor < 1) {
      throw new IllegalArgumentException(
          "replicationFactor must be -1 or at least 1: " + replicationFactor);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
  }

  public RouterSettings withStateFolder(Path folder) {
    return new RouterSettings(
        applicationId,
        ledger,
        tick,
        commitInterval,
        capacityLifetime,
        largestRecord,
        Optional.of(folder),
        replicationFactor,
        threads);
  }

  /** For a cluster of one broker. */
  public RouterSettings withoutReplicas() {
    return new RouterSettings(
        applicationId,
        ledger,
        tick,
        commitInterval,
        capacityLifetime,
        largestRecord,
        stateFolder,
        1,
        threads);
  }
}
