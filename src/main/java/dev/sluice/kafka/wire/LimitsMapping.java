package dev.sluice.kafka.wire;

import dev.sluice.job.ByteSize;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Limits;
import dev.sluice.kafka.wire.generated.LimitRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Limits in force and limits asked for. */
final class LimitsMapping implements Mapping<Limits, dev.sluice.kafka.wire.generated.Limits> {
  static final LimitsMapping INSTANCE = new LimitsMapping();

  private LimitsMapping() {}

  @Override
  public dev.sluice.kafka.wire.generated.Limits toWire(Limits limits) {
    return dev.sluice.kafka.wire.generated.Limits.newBuilder()
        .setWallMillis(limits.wall().toMillis())
        .setCpuMillis(limits.cpu().toMillis())
        .setMemoryBytes(limits.memory().bytes())
        .setOutputBytes(limits.output().bytes())
        .setProcesses(limits.processes())
        .setDiskBytes(limits.disk().bytes())
        .build();
  }

  @Override
  public Limits toDomain(dev.sluice.kafka.wire.generated.Limits message) {
    return new Limits(
        Duration.ofMillis(message.getWallMillis()),
        Duration.ofMillis(message.getCpuMillis()),
        new ByteSize(message.getMemoryBytes()),
        new ByteSize(message.getOutputBytes()),
        message.getProcesses(),
        new ByteSize(message.getDiskBytes()));
  }

  @Nullable LimitRequest toRequest(LimitOverrides asked) {
    if (asked.equals(LimitOverrides.NONE)) {
      return null;
    }
    return LimitRequest.newBuilder()
        .setWallMillis(asked.wall().map(Duration::toMillis).orElse(null))
        .setCpuMillis(asked.cpu().map(Duration::toMillis).orElse(null))
        .setMemoryBytes(asked.memory().map(ByteSize::bytes).orElse(null))
        .setOutputBytes(asked.output().map(ByteSize::bytes).orElse(null))
        .setProcesses(asked.processes().orElse(null))
        .setDiskBytes(asked.disk().map(ByteSize::bytes).orElse(null))
        .build();
  }

  LimitOverrides fromRequest(@Nullable LimitRequest message) {
    if (message == null) {
      return LimitOverrides.NONE;
    }
    return new LimitOverrides(
        Optional.ofNullable(message.getWallMillis()).map(Duration::ofMillis),
        Optional.ofNullable(message.getCpuMillis()).map(Duration::ofMillis),
        Optional.ofNullable(message.getMemoryBytes()).map(ByteSize::new),
        Optional.ofNullable(message.getOutputBytes()).map(ByteSize::new),
        Optional.ofNullable(message.getProcesses()),
        Optional.ofNullable(message.getDiskBytes()).map(ByteSize::new));
  }
}
