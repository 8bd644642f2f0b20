package dev.sluice.kafka.wire;

import dev.sluice.job.CancelRequest;
import dev.sluice.job.JobKey;
import dev.sluice.kafka.wire.generated.JobControl;

/** {@code JobControl}; to cancel is the only action so far. */
final class ControlMapping implements Mapping<CancelRequest, JobControl> {
  private static final String CANCEL = "cancel";

  @Override
  public JobControl toWire(CancelRequest request) {
    return new JobControl(
        request.key().tenant().value(), request.key().job().value(), CANCEL, request.reason());
  }

  @Override
  public CancelRequest toDomain(JobControl message) {
    if (!message.getAction().equals(CANCEL)) {
      throw new IllegalArgumentException(
          "action must be cancel: \"%.60s\"".formatted(message.getAction()));
    }
    return new CancelRequest(
        JobKey.of(message.getTenant(), message.getJobId()), message.getReason());
  }
}
