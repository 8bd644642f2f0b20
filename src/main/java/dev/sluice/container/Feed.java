package dev.sluice.container;

import dev.sluice.job.Assignment;
import dev.sluice.job.Content;
import dev.sluice.job.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What a container's bootstrap reads from its standard input: the program, how to check and start
 * it, and the program's own input. {@code bootstrap.sh} has the other side.
 */
final class Feed {
  private static final int READABLE_FILE = 0100644;

  private Feed() {}

  static InputStream of(Assignment assignment, LanguageRunner runner, String nonce) {
    String file = Hardening.WORK + "/" + assignment.program().entrypoint();
    List<String> check = runner.check(file);
    List<String> variables = variables(assignment.invocation().environment());
    List<String> words = new ArrayList<>(check);
    words.addAll(variables);
    words.addAll(runner.start(file, assignment.limits()));
    words.addAll(assignment.invocation().arguments());
    byte[] archive = archive(assignment.program().files());
    byte[] plan = plan(words);
    Content input = assignment.invocation().stdin();
    byte[] header =
        "%s %d %d %d %d %d\n"
            .formatted(
                nonce, archive.length, plan.length, check.size(), variables.size(), input.length())
            .getBytes(StandardCharsets.US_ASCII);
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(header),
                new ByteArrayInputStream(archive),
                new ByteArrayInputStream(plan),
                new ByteArrayInputStream(input.toBytes()))));
  }

  /** Whether no argument and no variable holds a NUL, which no process can be given. */
  static boolean canBeGiven(Assignment assignment) {
    return assignment.invocation().arguments().stream().noneMatch(Feed::hasNul)
        && assignment.invocation().environment().entrySet().stream()
            .noneMatch(entry -> hasNul(entry.getKey()) || hasNul(entry.getValue()))
        && !hasNul(assignment.program().entrypoint());
  }

  /** The whole environment of the program: what every program has, and what its job adds. */
  private static List<String> variables(Map<String, String> added) {
    Map<String, String> all = new TreeMap<>();
    all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    all.put("HOME", Hardening.WORK);
    all.put("LANG", "C.UTF-8");
    all.putAll(added);
    return all.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
  }

  private static byte[] plan(List<String> words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String word : words) {
      bytes.writeBytes(word.getBytes(StandardCharsets.UTF_8));
      bytes.write(0);
    }
    return bytes.toByteArray();
  }

  private static byte[] archive(List<SourceFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream archive =
        new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
      archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (SourceFile file : files) {
        TarArchiveEntry entry = new TarArchiveEntry(file.path());
        entry.setSize(file.content().length());
        entry.setMode(READABLE_FILE);
        archive.putArchiveEntry(entry);
        archive.write(file.content().toBytes());
        archive.closeArchiveEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("an archive in memory could not be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }
}
