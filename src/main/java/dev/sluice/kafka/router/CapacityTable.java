package dev.sluice.kafka.router;

import dev.sluice.job.Tier;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.ledger.Availability;
import dev.sluice.ledger.Pools;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the executors said of their pools in {@code code.capacity}, as it was when it was last
 * looked at. Executors say it again every second or two; what has not been said again for the
 * lifetime is not believed any more. One thread.
 */
final class CapacityTable implements Pools {
  private static final Logger LOG = LoggerFactory.getLogger(CapacityTable.class);

  private final ReadOnlyKeyValueStore<String, byte[]> records;
  private final Codec<PoolCapacity> codec;
  private final Duration lifetime;
  private List<PoolCapacity> heard = List.of();

  CapacityTable(
      ReadOnlyKeyValueStore<String, byte[]> records, Codec<PoolCapacity> codec, Duration lifetime) {
    this.records = records;
    this.codec = codec;
    this.lifetime = lifetime;
  }

  /** Looks again at what the executors said. */
  void refresh(Instant now) {
    List<PoolCapacity> believed = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = records.all()) {
      all.forEachRemaining(
          entry ->
              decoded(entry)
                  .filter(capacity -> capacity.at().plus(lifetime).isAfter(now))
                  .ifPresent(believed::add));
    }
    heard = List.copyOf(believed);
  }

  @Override
  public Availability of(Tier tier, String language) {
    int slots = 0;
    Optional<String> reason = Optional.empty();
    for (PoolCapacity capacity : heard) {
      if (capacity.tier() == tier) {
        switch (capacity.offer()) {
          case Offer.Available(int offered, var languages) when languages.contains(language) ->
              slots += offered;
          case Offer.Available available ->
              reason = Optional.of("no " + tier.word() + " executor runs " + language);
          case Offer.Unavailable(String why) -> reason = reason.or(() -> Optional.of(why));
        }
      }
    }
    return slots > 0
        ? new Availability.Open(slots)
        : reason.<Availability>map(Availability.Closed::new).orElseGet(Availability.Unknown::new);
  }

  private Optional<PoolCapacity> decoded(KeyValue<String, byte[]> entry) {
    try {
      return Optional.of(codec.decode(entry.value));
    } catch (UndecodableException unreadable) {
      LOG.debug("capacity record {} cannot be read: {}", entry.key, unreadable.getMessage());
      return Optional.empty();
    }
  }
}
