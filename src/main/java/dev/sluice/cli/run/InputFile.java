package dev.sluice.cli.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The input of a run, which is read twice: once to know its ids, once to submit. What cannot be
 * read twice, such as standard input, is put into a temporary file first. Gzip is seen by its first
 * bytes.
 */
public final class InputFile implements AutoCloseable {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final Path file;
  private final Optional<Path> temporary;

  private InputFile(Path file, Optional<Path> temporary) {
    this.file = file;
    this.temporary = temporary;
  }

  /** A file; pipes and devices too. */
  public static InputFile of(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      return new InputFile(file, Optional.empty());
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return spooled(stream);
    }
  }

  /** What can be read only once; read to its end here. */
  public static InputFile spooled(InputStream stream) throws IOException {
    Path spool = Files.createTempFile("sluice-run-", ".jsonl");
    Files.copy(stream, spool, StandardCopyOption.REPLACE_EXISTING);
    return new InputFile(spool, Optional.of(spool));
  }

  Lines lines() throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(2);
    boolean gzip = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
    bytes.reset();
    return new Lines(gzip ? new GZIPInputStream(bytes) : bytes, Lines.MAX_LINE_BYTES);
  }

  @Override
  public void close() throws IOException {
    if (temporary.isPresent()) {
      Files.deleteIfExists(temporary.get());
    }
  }
}
