package dev.sluice.validate;

import dev.sluice.job.Invocation;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Submission;
import dev.sluice.job.Terms;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Each field is of the form that everything after the validator relies on. Values of environment
 * variables may be private, so messages name the variable only.
 */
final class ShapesRule implements Rule {
  static final int FIRST_PRIORITY = 1;
  static final int LAST_PRIORITY = 5;
  private static final int NAME_CHARACTERS = 128;

  /** Far from where a number of milliseconds would overflow, and longer than any ceiling. */
  private static final Duration LONGEST = Duration.ofDays(365);

  /** POSIX.1-2024, 8.1: names of environment variables. */
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._:/-]*+");

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    Submission submission = examination.submission();
    List<Finding> findings = new ArrayList<>();
    terms(submission.terms(), findings);
    limits(submission.terms().limits(), findings);
    invocation(submission.invocation(), findings);
    labels(submission.tags().labels(), findings);
    return findings;
  }

  private void terms(Terms terms, List<Finding> findings) {
    if (terms.priority() < FIRST_PRIORITY || terms.priority() > LAST_PRIORITY) {
      reject(
          findings,
          "priority must be from %d to %d: %d"
              .formatted(FIRST_PRIORITY, LAST_PRIORITY, terms.priority()));
    }
    terms.capabilities().stream()
        .filter(capability -> !isNamedBy(NAME, capability))
        .sorted()
        .forEach(
            capability ->
                reject(
                    findings,
                    "capabilities must be names of letters, digits and ._:/-: "
                        + Shown.quoted(capability)));
  }

  private void limits(LimitOverrides limits, List<Finding> findings) {
    duration("limits.wallMillis", limits.wall(), findings);
    duration("limits.cpuMillis", limits.cpu(), findings);
    positive("limits.memoryBytes", limits.memory().map(size -> size.bytes()), findings);
    positive("limits.outputBytes", limits.output().map(size -> size.bytes()), findings);
    positive("limits.processes", limits.processes().map(Integer::longValue), findings);
  }

  private void duration(String field, Optional<Duration> value, List<Finding> findings) {
    value
        .filter(asked -> asked.compareTo(LONGEST) > 0)
        .ifPresent(asked -> reject(findings, field + " must be at most a year: " + asked));
    positive(
        field,
        value.filter(asked -> asked.compareTo(LONGEST) <= 0).map(Duration::toMillis),
        findings);
  }

  private void positive(String field, Optional<Long> value, List<Finding> findings) {
    value
        .filter(number -> number < 1)
        .ifPresent(number -> reject(findings, field + " must be at least 1: " + number));
  }

  private void invocation(Invocation invocation, List<Finding> findings) {
    for (int index = 0; index < invocation.arguments().size(); index++) {
      if (hasNul(invocation.arguments().get(index))) {
        reject(findings, "args[" + index + "] must not contain NUL");
      }
    }
    invocation.environment().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            variable -> {
              if (!isNamedBy(VARIABLE, variable.getKey())) {
                reject(
                    findings,
                    "env names must be letters, digits and _ and not start with a digit: "
                        + Shown.quoted(variable.getKey()));
              } else if (hasNul(variable.getValue())) {
                reject(findings, "env." + variable.getKey() + " must not contain NUL");
              }
            });
  }

  private void labels(Map<String, String> labels, List<Finding> findings) {
    labels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            label -> {
              if (!isNamedBy(NAME, label.getKey())) {
                reject(
                    findings,
                    "labels must have names of letters, digits and ._:/-: "
                        + Shown.quoted(label.getKey()));
              } else if (hasNul(label.getValue())) {
                reject(
                    findings,
                    "labels." + Shown.plain(label.getKey(), 80) + " must not contain NUL");
              }
            });
  }

  private void reject(List<Finding> findings, String message) {
    findings.add(Finding.rejecting(name(), Verdict.REJECTED, message));
  }

  private static boolean isNamedBy(Pattern form, String name) {
    return name.length() <= NAME_CHARACTERS && form.matcher(name).matches();
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }
}
