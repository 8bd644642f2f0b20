package dev.sluice.kafka.wire;

import dev.sluice.job.BatchId;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.Terms;
import dev.sluice.kafka.wire.generated.CodeSubmission;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code CodeSubmission}. */
final class SubmissionMapping implements Mapping<Submission, CodeSubmission> {

  @Override
  public CodeSubmission toWire(Submission submission) {
    Program program = submission.program();
    Invocation invocation = submission.invocation();
    Terms terms = submission.terms();
    return CodeSubmission.newBuilder()
        .setJobId(submission.key().job().value())
        .setTenant(submission.key().tenant().value())
        .setBatch(submission.tags().batch().map(BatchId::value).orElse(null))
        .setLabels(submission.tags().labels())
        .setPriority(terms.priority())
        .setExpiresAtMillis(terms.expiresAt().map(Instant::toEpochMilli).orElse(null))
        .setTier(terms.tier().name().toLowerCase(Locale.ROOT))
        .setLanguage(program.language())
        .setFiles(SourceFiles.toWire(program.files()))
        .setEntrypoint(program.entrypoint())
        .setArguments(invocation.arguments())
        .setStdin(invocation.stdin().view())
        .setEnvironment(invocation.environment())
        .setLimits(LimitsMapping.INSTANCE.toRequest(terms.limits()))
        .setCapabilities(List.copyOf(terms.capabilities()))
        .setExpectedStdout(invocation.expectedStdout().orElse(null))
        .setSubmittedAtMillis(submission.submittedAt().toEpochMilli())
        .build();
  }

  @Override
  public Submission toDomain(CodeSubmission message) {
    Invocation invocation =
        new Invocation(
            message.getArguments(),
            Content.copyOf(message.getStdin()),
            message.getEnvironment(),
            Optional.ofNullable(message.getExpectedStdout()));
    Terms terms =
        new Terms(
            message.getPriority(),
            Words.lowerCase(RequestedTier.class, "tier", message.getTier()),
            LimitsMapping.INSTANCE.fromRequest(message.getLimits()),
            Set.copyOf(message.getCapabilities()),
            Optional.ofNullable(message.getExpiresAtMillis()).map(Instant::ofEpochMilli));
    return new Submission(
        JobKey.of(message.getTenant(), message.getJobId()),
        new Program(
            message.getLanguage(),
            SourceFiles.toDomain(message.getFiles()),
            message.getEntrypoint()),
        invocation,
        terms,
        new Tags(Optional.ofNullable(message.getBatch()).map(BatchId::new), message.getLabels()),
        Times.instant("submittedAtMillis", message.getSubmittedAtMillis()));
  }
}
