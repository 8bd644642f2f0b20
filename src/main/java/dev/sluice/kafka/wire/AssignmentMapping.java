package dev.sluice.kafka.wire;

import dev.sluice.job.Assignment;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Lease;
import dev.sluice.job.Program;
import dev.sluice.job.Route;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.kafka.wire.generated.JobAssignment;
import java.util.Optional;

/** {@code JobAssignment}. */
final class AssignmentMapping implements Mapping<Assignment, JobAssignment> {

  @Override
  public JobAssignment toWire(Assignment assignment) {
    Program program = assignment.program();
    Invocation invocation = assignment.invocation();
    return JobAssignment.newBuilder()
        .setTenant(assignment.key().tenant().value())
        .setJobId(assignment.key().job().value())
        .setAttempt(assignment.attempt())
        .setTier(assignment.route().tier().word())
        .setRouteReason(assignment.route().reason())
        .setLanguage(program.language())
        .setFiles(SourceFiles.toWire(program.files()))
        .setEntrypoint(program.entrypoint())
        .setArguments(invocation.arguments())
        .setStdin(invocation.stdin().view())
        .setEnvironment(invocation.environment())
        .setExpectedStdout(invocation.expectedStdout().orElse(null))
        .setLimits(LimitsMapping.INSTANCE.toWire(assignment.limits()))
        .setBindings(Bindings.toWire(assignment.grants()))
        .setIsolateReuse(assignment.reuse().word())
        .setDispatchedAtMillis(assignment.lease().dispatchedAt().toEpochMilli())
        .setStartByMillis(assignment.lease().startBy().toEpochMilli())
        .setDeadlineMillis(assignment.lease().deadline().toEpochMilli())
        .build();
  }

  @Override
  public Assignment toDomain(JobAssignment message) {
    return new Assignment(
        JobKey.of(message.getTenant(), message.getJobId()),
        message.getAttempt(),
        new Route(Words.lowerCase(Tier.class, "tier", message.getTier()), message.getRouteReason()),
        new Program(
            message.getLanguage(),
            SourceFiles.toDomain(message.getFiles()),
            message.getEntrypoint()),
        new Invocation(
            message.getArguments(),
            Content.copyOf(message.getStdin()),
            message.getEnvironment(),
            Optional.ofNullable(message.getExpectedStdout())),
        LimitsMapping.INSTANCE.toDomain(message.getLimits()),
        Bindings.toDomain(message.getBindings()),
        Words.lowerCase(WorkerReuse.class, "isolateReuse", message.getIsolateReuse()),
        new Lease(
            Times.instant("dispatchedAtMillis", message.getDispatchedAtMillis()),
            Times.instant("startByMillis", message.getStartByMillis()),
            Times.instant("deadlineMillis", message.getDeadlineMillis())));
  }
}
