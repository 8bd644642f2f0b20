package dev.sluice.validate;

import dev.sluice.job.ByteSize;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Limits;
import dev.sluice.tenant.TenantPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** No limit is asked for that is above the policy's ceiling. */
final class AllowedLimitsRule implements PolicyRule {
  @Override
  public String name() {
    return "allowed-limits";
  }

  @Override
  public Stream<String> denials(Examination examination, TenantPolicy policy) {
    LimitOverrides asked = examination.submission().terms().limits();
    Limits ceilings = policy.ceilings();
    return Stream.of(
            above("wallMillis", asked.wall().map(Duration::toMillis), ceilings.wall().toMillis()),
            above("cpuMillis", asked.cpu().map(Duration::toMillis), ceilings.cpu().toMillis()),
            above("memoryBytes", asked.memory().map(ByteSize::bytes), ceilings.memory().bytes()),
            above("outputBytes", asked.output().map(ByteSize::bytes), ceilings.output().bytes()),
            above("processes", asked.processes().map(Integer::longValue), ceilings.processes()),
            above("diskBytes", asked.disk().map(ByteSize::bytes), ceilings.disk().bytes()))
        .flatMap(Optional::stream)
        .map(denial -> denial + " of tenant " + policy.tenant());
  }

  private static Optional<String> above(String limit, Optional<Long> asked, long ceiling) {
    return asked
        .filter(value -> value > ceiling)
        .map(
            value ->
                "limits.%s is %d, above the ceiling of %d in the policy"
                    .formatted(limit, value, ceiling));
  }
}
