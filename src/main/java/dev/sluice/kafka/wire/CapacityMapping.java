package dev.sluice.kafka.wire;

import dev.sluice.job.Tier;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code PoolCapacity}. */
final class CapacityMapping
    implements Mapping<PoolCapacity, dev.sluice.kafka.wire.generated.PoolCapacity> {

  @Override
  public dev.sluice.kafka.wire.generated.PoolCapacity toWire(PoolCapacity capacity) {
    var message =
        dev.sluice.kafka.wire.generated.PoolCapacity.newBuilder()
            .setExecutor(capacity.executor())
            .setTier(capacity.tier().word())
            .setServiceMicros(capacity.service().map(Times::micros).orElse(null))
            .setAtMillis(capacity.at().toEpochMilli());
    return switch (capacity.offer()) {
      case Offer.Available(int slots, Set<String> languages) ->
          message.setSlots(slots).setLanguages(languages.stream().sorted().toList()).build();
      case Offer.Unavailable(String reason) ->
          message.setSlots(0).setLanguages(List.of()).setReason(reason).build();
    };
  }

  @Override
  public PoolCapacity toDomain(dev.sluice.kafka.wire.generated.PoolCapacity message) {
    return new PoolCapacity(
        message.getExecutor(),
        Words.lowerCase(Tier.class, "tier", message.getTier()),
        offer(message),
        Optional.ofNullable(message.getServiceMicros())
            .map(micros -> Times.measured("serviceMicros", micros)),
        Times.instant("atMillis", message.getAtMillis()));
  }

  private static Offer offer(dev.sluice.kafka.wire.generated.PoolCapacity message) {
    return message.getReason() == null
        ? new Offer.Available(message.getSlots(), Set.copyOf(message.getLanguages()))
        : new Offer.Unavailable(message.getReason());
  }
}
