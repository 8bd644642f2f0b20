package dev.sluice.kafka.wire;

import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.job.Tier;
import dev.sluice.validate.Finding;
import dev.sluice.validate.ValidatedSubmission;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.Verdict;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code ValidatedSubmission}, which carries the submission in its own encoding: it is not taken
 * apart by whoever only passes it on.
 */
final class ValidatedSubmissionMapping
    implements Mapping<ValidatedSubmission, dev.sluice.kafka.wire.generated.ValidatedSubmission> {
  private final Codec<Submission> submissions;

  ValidatedSubmissionMapping(Codec<Submission> submissions) {
    this.submissions = submissions;
  }

  @Override
  public dev.sluice.kafka.wire.generated.ValidatedSubmission toWire(ValidatedSubmission judged) {
    var message =
        dev.sluice.kafka.wire.generated.ValidatedSubmission.newBuilder()
            .setSubmission(ByteBuffer.wrap(submissions.encode(judged.submission())))
            .setFindings(judged.findings().stream().map(this::finding).toList());
    switch (judged.decision()) {
      case Decision.Accepted(long policyVersion, Route route) ->
          message
              .setPolicyVersion(policyVersion)
              .setTier(route.tier().word())
              .setRouteReason(route.reason());
      case Decision.Rejected(Verdict verdict, String words) ->
          message.setVerdict(verdict.name()).setMessage(words);
    }
    return message.build();
  }

  @Override
  public ValidatedSubmission toDomain(dev.sluice.kafka.wire.generated.ValidatedSubmission message) {
    return new ValidatedSubmission(
        submission(message.getSubmission()),
        decision(message),
        message.getFindings().stream().map(this::finding).toList());
  }

  private static Decision decision(dev.sluice.kafka.wire.generated.ValidatedSubmission message) {
    if (message.getVerdict() != null) {
      return new Decision.Rejected(
          Words.constant(Verdict.class, "verdict", message.getVerdict()), message.getMessage());
    }
    return new Decision.Accepted(
        required("policyVersion", message.getPolicyVersion()),
        new Route(
            Words.lowerCase(Tier.class, "tier", required("tier", message.getTier())),
            required("routeReason", message.getRouteReason())));
  }

  private Submission submission(ByteBuffer encoded) {
    byte[] bytes = new byte[encoded.remaining()];
    encoded.duplicate().get(bytes);
    try {
      return submissions.decode(bytes);
    } catch (UndecodableException e) {
      throw new IllegalArgumentException("submission: " + e.getMessage(), e);
    }
  }

  private dev.sluice.kafka.wire.generated.Finding finding(Finding finding) {
    return dev.sluice.kafka.wire.generated.Finding.newBuilder()
        .setRule(finding.rule())
        .setMessage(finding.message())
        .setVerdict(finding.rejects().map(Verdict::name).orElse(null))
        .build();
  }

  private Finding finding(dev.sluice.kafka.wire.generated.Finding message) {
    return new Finding(
        message.getRule(),
        message.getMessage(),
        Optional.ofNullable(message.getVerdict())
            .map(word -> Words.constant(Verdict.class, "findings.verdict", word)));
  }

  private static <V> V required(String field, @Nullable V value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " must be present in an accepted submission");
    }
    return value;
  }
}
