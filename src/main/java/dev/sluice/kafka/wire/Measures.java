package dev.sluice.kafka.wire;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.verdict.Captured;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What outcomes and results have in common: usage, output, the sandbox. */
final class Measures {
  private Measures() {}

  static Usage usage(long wallMicros, long cpuMicros, long peakMemoryBytes) {
    return new Usage(
        Times.measured("wallMicros", wallMicros),
        Times.measured("cpuMicros", cpuMicros),
        new ByteSize(peakMemoryBytes));
  }

  static Captured captured(ByteBuffer content, boolean truncated) {
    return new Captured(Content.copyOf(content), truncated);
  }

  static dev.sluice.kafka.wire.generated.@Nullable Sandbox sandbox(Optional<SandboxStamp> stamp) {
    return stamp
        .map(
            sandbox ->
                new dev.sluice.kafka.wire.generated.Sandbox(
                    sandbox.executor(), sandbox.sandbox(), sandbox.engine(), sandbox.confinement()))
        .orElse(null);
  }

  static Optional<SandboxStamp> stamp(dev.sluice.kafka.wire.generated.@Nullable Sandbox message) {
    return Optional.ofNullable(message)
        .map(
            sandbox ->
                new SandboxStamp(
                    sandbox.getExecutor(),
                    sandbox.getSandbox(),
                    sandbox.getEngine(),
                    sandbox.getConfinement()));
  }
}
