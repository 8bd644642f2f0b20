package dev.sluice.kafka.router;

import dev.sluice.job.Tier;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.ledger.Availability;
import dev.sluice.ledger.Pools;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the executors said of their pools in {@code code.capacity}, as it was when it was last
 * looked at. Executors say it again every second or two; what has not been said again for the
 * lifetime is not believed any more. Each record is decoded once: those of executors that were
 * killed stay in the topic. One thread.
 */
final class CapacityTable implements Pools {
  private static final Logger LOG = LoggerFactory.getLogger(CapacityTable.class);

  private final ReadOnlyKeyValueStore<String, byte[]> records;
  private final Codec<PoolCapacity> codec;
  private final Duration lifetime;
  private Map<String, Read> read = Map.of();
  private List<PoolCapacity> heard = List.of();

  /** What came of decoding these bytes. */
  private record Read(ByteBuffer bytes, Optional<PoolCapacity> capacity) {}

  CapacityTable(
      ReadOnlyKeyValueStore<String, byte[]> records, Codec<PoolCapacity> codec, Duration lifetime) {
    this.records = records;
    this.codec = codec;
    this.lifetime = lifetime;
  }

  /** Looks again at what the executors said. */
  void refresh(Instant now) {
    Map<String, Read> current = new HashMap<>();
    List<PoolCapacity> believed = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = records.all()) {
      all.forEachRemaining(
          entry -> {
            Read known = read(entry);
            current.put(entry.key, known);
            known
                .capacity()
                .filter(capacity -> capacity.at().plus(lifetime).isAfter(now))
                .ifPresent(believed::add);
          });
    }
    read = current;
    heard = List.copyOf(believed);
  }

  @Override
  public Availability of(Tier tier, String language) {
    Optional<String> reason = Optional.empty();
    List<PoolCapacity> open = new ArrayList<>();
    for (PoolCapacity capacity : heard) {
      if (capacity.tier() == tier) {
        switch (capacity.offer()) {
          case Offer.Available(int _, var languages) when languages.contains(language) ->
              open.add(capacity);
          case Offer.Available _ ->
              reason = Optional.of("no " + tier.word() + " executor runs " + language);
          case Offer.Unavailable(String why) -> reason = reason.or(() -> Optional.of(why));
        }
      }
    }
    return open.isEmpty()
        ? reason.<Availability>map(Availability.Closed::new).orElseGet(Availability.Unknown::new)
        : open(open);
  }

  private static Availability.Open open(List<PoolCapacity> pools) {
    int slots = pools.stream().mapToInt(CapacityTable::slots).sum();
    List<PoolCapacity> measured =
        pools.stream().filter(pool -> pool.service().isPresent()).toList();
    int measuredSlots = measured.stream().mapToInt(CapacityTable::slots).sum();
    Optional<Duration> service =
        measured.stream()
            .map(pool -> pool.service().orElse(Duration.ZERO).multipliedBy(slots(pool)))
            .reduce(Duration::plus)
            .map(sum -> sum.dividedBy(measuredSlots));
    return new Availability.Open(slots, service);
  }

  private static int slots(PoolCapacity capacity) {
    return switch (capacity.offer()) {
      case Offer.Available(int slots, var _) -> slots;
      case Offer.Unavailable _ -> 0;
    };
  }

  private Read read(KeyValue<String, byte[]> entry) {
    ByteBuffer bytes = ByteBuffer.wrap(entry.value);
    Read known = read.get(entry.key);
    return known != null && known.bytes().equals(bytes)
        ? known
        : new Read(bytes, decoded(entry.key, entry.value));
  }

  private Optional<PoolCapacity> decoded(String key, byte[] bytes) {
    try {
      return Optional.of(codec.decode(bytes));
    } catch (UndecodableException unreadable) {
      LOG.debug("capacity record {} cannot be read: {}", key, unreadable.getMessage());
      return Optional.empty();
    }
  }
}
