package dev.sluice.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The code of a job.
 *
 * @param language as the submission names it, known or not
 * @param entrypoint the path of the file that is started
 */
public record Program(String language, List<SourceFile> files, String entrypoint) {

  public Program {
    files = List.copyOf(files);
  }

  /** A program of one file, named as its language names it. */
  public static Program of(Language language, String code) {
    return new Program(
        language.name(),
        List.of(new SourceFile(language.sourceFile(), Content.of(code))),
        language.sourceFile());
  }

  public Optional<SourceFile> entryFile() {
    return files.stream().filter(file -> file.path().equals(entrypoint)).findFirst();
  }

  public ByteSize size() {
    return new ByteSize(files.stream().mapToLong(file -> file.content().length()).sum());
  }

  /**
   * SHA-256 over language, entrypoint and every file in order of its path, each part with its
   * length before it; hexadecimal.
   */
  public String sha256() {
    MessageDigest digest = Content.newSha256();
    addText(digest, language);
    addText(digest, entrypoint);
    files.stream()
        .sorted(Comparator.comparing(SourceFile::path))
        .forEach(
            file -> {
              addText(digest, file.path());
              addLength(digest, file.content().length());
              file.content().digestInto(digest);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addText(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    addLength(digest, bytes.length);
    digest.update(bytes);
  }

  private static void addLength(MessageDigest digest, int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
  }
}
