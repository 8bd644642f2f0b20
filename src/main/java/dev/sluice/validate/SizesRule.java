package dev.sluice.validate;

import dev.sluice.job.Invocation;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Submission;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Everything in a submission is finite. The parts together stay below {@value #TOTAL_BYTES} bytes,
 * so that a judged submission and an assignment fit into a record of 4 MiB with room to spare.
 */
public final class SizesRule implements Rule {
  /** All files together. */
  public static final int CODE_BYTES = 2 * 1024 * 1024;

  public static final int FILES = 256;
  public static final int STDIN_BYTES = 1024 * 1024;

  /** Each as UTF-8, with one byte for its end. */
  public static final int ARGUMENTS_BYTES = 64 * 1024;

  public static final int ARGUMENTS = 256;

  /** Names and values as UTF-8, with two bytes a variable. */
  public static final int ENVIRONMENT_BYTES = 64 * 1024;

  public static final int ENVIRONMENT_VARIABLES = 256;
  public static final int EXPECTED_STDOUT_BYTES = 1024 * 1024;
  public static final int LABELS = 64;
  public static final int LABELS_BYTES = 16 * 1024;
  public static final int CAPABILITIES = 64;
  public static final int CAPABILITIES_BYTES = 16 * 1024;

  /** All of the above together, and the paths. */
  public static final int TOTAL_BYTES = 3 * 1024 * 1024;

  @Override
  public String name() {
    return "sizes";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    Submission submission = examination.submission();
    Program program = submission.program();
    Invocation invocation = submission.invocation();
    Sizes sizes = new Sizes();
    sizes.check("files", "files", program.files().size(), FILES);
    sizes.check("args", "arguments", invocation.arguments().size(), ARGUMENTS);
    sizes.check("env", "variables", invocation.environment().size(), ENVIRONMENT_VARIABLES);
    sizes.check("labels", "labels", submission.tags().labels().size(), LABELS);
    sizes.check("capabilities", "names", submission.terms().capabilities().size(), CAPABILITIES);
    sizes.add("code", program.size().bytes(), CODE_BYTES);
    sizes.add("stdin", invocation.stdin().length(), STDIN_BYTES);
    sizes.add("args", bytes(invocation.arguments()), ARGUMENTS_BYTES);
    sizes.add(
        "env",
        bytes(invocation.environment().keySet()) + bytes(invocation.environment().values()),
        ENVIRONMENT_BYTES);
    sizes.add(
        "expectedStdout",
        invocation.expectedStdout().map(SizesRule::bytes).orElse(0L),
        EXPECTED_STDOUT_BYTES);
    sizes.add(
        "labels",
        bytes(submission.tags().labels().keySet()) + bytes(submission.tags().labels().values()),
        LABELS_BYTES);
    sizes.add("capabilities", bytes(submission.terms().capabilities()), CAPABILITIES_BYTES);
    sizes.add(
        "paths",
        bytes(program.files().stream().map(SourceFile::path).toList())
            + bytes(program.entrypoint())
            + bytes(program.language()),
        FILES * (long) PathsRule.PATH_BYTES);
    sizes.check("the submission", "bytes", sizes.total, TOTAL_BYTES);
    return sizes.findings;
  }

  private static long bytes(Collection<String> texts) {
    return texts.stream().mapToLong(text -> bytes(text) + 1).sum();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The sum so far, and what was too much. */
  private final class Sizes {
    private final List<Finding> findings = new ArrayList<>();
    private long total;

    void add(String field, long bytes, long most) {
      total += bytes;
      check(field, "bytes", bytes, most);
    }

    void check(String field, String unit, long value, long most) {
      if (value > most) {
        findings.add(
            Finding.rejecting(
                name(),
                Verdict.REJECTED,
                "%s has %d %s, at most %d are taken".formatted(field, value, unit, most)));
      }
    }
  }
}
