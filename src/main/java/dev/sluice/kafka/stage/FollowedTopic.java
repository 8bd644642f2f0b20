package dev.sluice.kafka.stage;

import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic that a topology keeps a full copy of, in memory, bytes as they came: the latest
 * value of each key. Any processor may read the store; Streams' global thread fills it.
 *
 * @param store what processors ask their context for
 */
public record FollowedTopic(String topic, String store) {

  public void addTo(Topology topology) {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(store), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        topic,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        topic,
        store + "-table",
        () -> new Keeping(store));
  }

  /** A record without a key says nothing; one without a value takes its key away. */
  private static final class Keeping
      implements Processor<@Nullable String, byte @Nullable [], Void, Void> {
    private final String storeName;
    private @Nullable KeyValueStore<String, byte @Nullable []> store;

    Keeping(String storeName) {
      this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
      String key = record.key();
      if (key != null) {
        Objects.requireNonNull(store, "init comes before process").put(key, record.value());
      }
    }
  }
}
