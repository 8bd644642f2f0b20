package dev.sluice.validate;

import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a program lie below its work folder, each under one name that every file system and
 * archive reads in the same way.
 */
final class PathsRule implements Rule {
  /** Below what tar archives and Linux take without tricks. */
  static final int PATH_BYTES = 512;

  /** NAME_MAX of Linux. */
  private static final int SEGMENT_BYTES = 255;

  @Override
  public String name() {
    return "paths";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    Program program = examination.submission().program();
    List<Finding> findings = new ArrayList<>();
    if (program.files().isEmpty()) {
      findings.add(reject("files must have at least one file"));
      return findings;
    }
    for (SourceFile file : program.files()) {
      fault(file.path())
          .ifPresent(
              fault ->
                  findings.add(reject("path " + Shown.quoted(file.path()) + " must not " + fault)));
    }
    if (findings.isEmpty()) {
      clashes(program.files(), findings);
      if (program.entryFile().isEmpty()) {
        findings.add(
            reject("entrypoint is not among the files: " + Shown.quoted(program.entrypoint())));
      }
    }
    return findings;
  }

  /** What is wrong with a path by itself, after the words "must not". */
  static Optional<String> fault(String path) {
    if (path.isEmpty()) {
      return Optional.of("be empty");
    }
    if (path.startsWith("/")) {
      return Optional.of("be absolute");
    }
    if (path.indexOf('\\') >= 0) {
      return Optional.of("contain a backslash");
    }
    if (!path.codePoints().allMatch(Shown::isVisible)) {
      return Optional.of("contain control or invisible characters");
    }
    if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
      return Optional.of("be in another form than Unicode NFC");
    }
    if (utf8Length(path) > PATH_BYTES) {
      return Optional.of("be longer than " + PATH_BYTES + " bytes");
    }
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty()) {
        return Optional.of("have an empty part");
      }
      if (segment.equals(".") || segment.equals("..")) {
        return Optional.of("contain the part " + segment);
      }
      if (utf8Length(segment) > SEGMENT_BYTES) {
        return Optional.of("have a part longer than " + SEGMENT_BYTES + " bytes");
      }
    }
    return Optional.empty();
  }

  private void clashes(List<SourceFile> files, List<Finding> findings) {
    Set<String> paths = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (SourceFile file : files) {
      if (!paths.add(file.path())) {
        findings.add(reject("path " + Shown.quoted(file.path()) + " must not come twice"));
      }
      for (int slash = file.path().indexOf('/');
          slash >= 0;
          slash = file.path().indexOf('/', slash + 1)) {
        folders.add(file.path().substring(0, slash));
      }
    }
    paths.stream()
        .filter(folders::contains)
        .sorted()
        .forEach(
            path ->
                findings.add(
                    reject(
                        "path " + Shown.quoted(path) + " must not be both a file and a folder")));
  }

  private Finding reject(String message) {
    return Finding.rejecting(name(), Verdict.REJECTED, message);
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
