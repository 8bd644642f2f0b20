package dev.sluice.kafka.wire;

import dev.sluice.job.JobKey;
import dev.sluice.job.Limit;
import dev.sluice.kafka.wire.generated.DidNotCompile;
import dev.sluice.kafka.wire.generated.Exceeded;
import dev.sluice.kafka.wire.generated.Exited;
import dev.sluice.kafka.wire.generated.Failed;
import dev.sluice.kafka.wire.generated.Signalled;
import dev.sluice.kafka.wire.generated.Stopped;
import dev.sluice.kafka.wire.generated.Threw;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.PlatformFault;
import dev.sluice.verdict.Usage;
import java.util.Optional;

/** {@code AttemptOutcome}. */
final class OutcomeMapping
    implements Mapping<AttemptOutcome, dev.sluice.kafka.wire.generated.AttemptOutcome> {

  @Override
  public dev.sluice.kafka.wire.generated.AttemptOutcome toWire(AttemptOutcome outcome) {
    Usage usage = outcome.usage();
    Output output = outcome.output();
    return dev.sluice.kafka.wire.generated.AttemptOutcome.newBuilder()
        .setTenant(outcome.key().tenant().value())
        .setJobId(outcome.key().job().value())
        .setAttempt(outcome.attempt())
        .setSandbox(Measures.sandbox(outcome.sandbox()))
        .setEnding(ending(outcome.ending()))
        .setStdout(output.stdout().content().view())
        .setStdoutTruncated(output.stdout().truncated())
        .setStderr(output.stderr().content().view())
        .setStderrTruncated(output.stderr().truncated())
        .setWallMicros(Times.micros(usage.wall()))
        .setCpuMicros(Times.micros(usage.cpu()))
        .setPeakMemoryBytes(usage.peakMemory().bytes())
        .setStartedAtMillis(outcome.startedAt().toEpochMilli())
        .setEndedAtMillis(outcome.endedAt().toEpochMilli())
        .build();
  }

  @Override
  public AttemptOutcome toDomain(dev.sluice.kafka.wire.generated.AttemptOutcome message) {
    return new AttemptOutcome(
        JobKey.of(message.getTenant(), message.getJobId()),
        message.getAttempt(),
        Measures.stamp(message.getSandbox()),
        ending(message.getEnding()),
        new Output(
            Measures.captured(message.getStdout(), message.getStdoutTruncated()),
            Measures.captured(message.getStderr(), message.getStderrTruncated())),
        Measures.usage(
            message.getWallMicros(), message.getCpuMicros(), message.getPeakMemoryBytes()),
        Times.instant("startedAtMillis", message.getStartedAtMillis()),
        Times.instant("endedAtMillis", message.getEndedAtMillis()));
  }

  private static Object ending(Ending ending) {
    return switch (ending) {
      case Ending.Exited(int code, Optional<String> value) -> new Exited(code, value.orElse(null));
      case Ending.Threw(String error) -> new Threw(error);
      case Ending.Signalled(int signal) -> new Signalled(signal);
      case Ending.DidNotCompile(String error) -> new DidNotCompile(error);
      case Ending.Exceeded(Limit limit, String detail) -> new Exceeded(limit.word(), detail);
      case Ending.Stopped() -> new Stopped();
      case Ending.Failed(PlatformFault fault, String detail) -> new Failed(fault.name(), detail);
    };
  }

  private static Ending ending(Object message) {
    return switch (message) {
      case Exited exited ->
          new Ending.Exited(exited.getExitCode(), Optional.ofNullable(exited.getValue()));
      case Threw threw -> new Ending.Threw(threw.getError());
      case Signalled signalled -> new Ending.Signalled(signalled.getSignal());
      case DidNotCompile failed -> new Ending.DidNotCompile(failed.getError());
      case Exceeded exceeded ->
          new Ending.Exceeded(
              Words.lowerCase(Limit.class, "ending.limit", exceeded.getLimit()),
              exceeded.getDetail());
      case Stopped _ -> new Ending.Stopped();
      case Failed failed ->
          new Ending.Failed(
              Words.constant(PlatformFault.class, "ending.fault", failed.getFault()),
              failed.getDetail());
      default ->
          throw new IllegalArgumentException(
              "ending must be one of the schema's records: " + message.getClass().getSimpleName());
    };
  }
}
