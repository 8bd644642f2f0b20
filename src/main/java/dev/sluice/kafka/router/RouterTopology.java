package dev.sluice.kafka.router;

import dev.sluice.kafka.stage.FollowedTopic;
import dev.sluice.kafka.topics.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The router's topology: one processor around the ledger, which reads everything as bytes, so that
 * no record can stop it.
 *
 * <p>{@code code.validated}, {@code code.outcomes} and {@code code.control} must have the same
 * number of partitions: the task of a partition number owns the tenants whose keys fall to it, in
 * all three.
 */
public final class RouterTopology {
  static final String JOBS_STORE = "ledger-jobs";
  static final String COUNTS_STORE = "ledger-counts";
  static final FollowedTopic POLICIES = new FollowedTopic(Topics.TENANTS, "policies");
  static final FollowedTopic CAPACITY = new FollowedTopic(Topics.CAPACITY, "capacity");

  private static final String LEDGER = "ledger";
  private static final List<String> INPUTS =
      List.of(Topics.VALIDATED, Topics.OUTCOMES, Topics.CONTROL);
  private static final List<String> OUTPUTS =
      List.of(
          Topics.JOBS_ISOLATE,
          Topics.JOBS_CONTAINER,
          Topics.RESULTS,
          Topics.STATUS,
          Topics.AUDIT,
          Topics.DEAD_LETTERS);

  private RouterTopology() {}

  public static Topology of(RouterSettings settings) {
    Topology topology = new Topology();
    POLICIES.addTo(topology);
    CAPACITY.addTo(topology);
    for (String input : INPUTS) {
      topology.addSource(input, new ByteArrayDeserializer(), new ByteArrayDeserializer(), input);
    }
    topology.addProcessor(
        LEDGER, () -> new RouterProcessor(settings), INPUTS.toArray(String[]::new));
    topology.addStateStore(jobs(settings), LEDGER);
    topology.addStateStore(counts(), LEDGER);
    for (String output : OUTPUTS) {
      topology.addSink(
          output, output, new ByteArraySerializer(), new ByteArraySerializer(), LEDGER);
    }
    return topology;
  }

  /** Not cached: a cache would copy a queue's keys for each look at its front. */
  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> jobs(RouterSettings settings) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(JOBS_STORE), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(
            Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Long.toString(settings.largestRecord().bytes())));
  }

  /** Cached: the same few keys are written with every event, and need to be kept once a commit. */
  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> counts() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(COUNTS_STORE), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }
}
