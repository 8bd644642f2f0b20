package dev.sluice.kafka.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Tier;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.ledger.Availability;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTableTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIFETIME = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final KeyValueStore<String, byte[]> records =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("capacity"), Serdes.String(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private final CountingCodec codec = new CountingCodec();
  private final CapacityTable table = new CapacityTable(records, codec, LIFETIME);

  @BeforeEach
  void open() {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "test",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "nowhere:0"));
    MockProcessorContext<Void, Void> context =
        new MockProcessorContext<>(properties, new TaskId(0, 0), folder.toFile());
    records.init(context.getStateStoreContext(), records);
  }

  @AfterEach
  void close() {
    records.close();
  }

  @Test
  void the_service_of_several_executors_is_the_mean_over_their_slots() {
    say("one", 1, Optional.of(Duration.ofMillis(10)), START);
    say("two", 3, Optional.of(Duration.ofMillis(50)), START);
    say("new", 4, Optional.empty(), START);

    table.refresh(START);

    assertThat(availability())
        .isEqualTo(new Availability.Open(8, Optional.of(Duration.ofMillis(40))));
  }

  @Test
  void what_was_not_said_again_for_the_lifetime_is_not_believed() {
    say("killed", 1, Optional.empty(), START);
    say("alive", 2, Optional.empty(), START.plusSeconds(1));

    table.refresh(START.plus(LIFETIME));

    assertThat(availability()).isEqualTo(new Availability.Open(2, Optional.empty()));
  }

  @Test
  void nobody_is_known_when_everybody_was_killed() {
    say("killed", 1, Optional.empty(), START);

    table.refresh(START.plus(LIFETIME));

    assertThat(availability()).isEqualTo(new Availability.Unknown());
  }

  @Test
  void each_record_is_decoded_once_however_often_is_looked() {
    say("killed", 1, Optional.empty(), START);
    say("alive", 1, Optional.empty(), START);
    table.refresh(START);
    say("alive", 2, Optional.empty(), START.plusSeconds(1));

    table.refresh(START.plusSeconds(1));
    table.refresh(START.plusSeconds(2));

    assertThat(availability()).isEqualTo(new Availability.Open(3, Optional.empty()));
    assertThat(codec.decoded).isEqualTo(3);
  }

  private void say(String executor, int slots, Optional<Duration> service, Instant at) {
    Offer offer = new Offer.Available(slots, Set.of("javascript"));
    PoolCapacity capacity = new PoolCapacity(executor, Tier.ISOLATE, offer, service, at);
    records.put(executor + "/isolate", Codecs.CAPACITY.encode(capacity));
  }

  private Availability availability() {
    return table.of(Tier.ISOLATE, "javascript");
  }

  private static final class CountingCodec implements Codec<PoolCapacity> {
    int decoded;

    @Override
    public byte[] encode(PoolCapacity value) {
      return Codecs.CAPACITY.encode(value);
    }

    @Override
    public PoolCapacity decode(byte[] bytes) throws UndecodableException {
      decoded++;
      return Codecs.CAPACITY.decode(bytes);
    }
  }
}
