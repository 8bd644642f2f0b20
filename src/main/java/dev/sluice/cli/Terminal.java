package dev.sluice.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command reads and prints.
 *
 * @param out what was asked for, for pipes
 * @param err everything else, for people
 * @param watched whether somebody sees {@code err} as it comes
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean watched) {
  /** What stands for standard input or output where a file is asked for. */
  public static final String STANDARD_STREAM = "-";

  private static final Path STDERR = Path.of("/proc/self/fd/2");

  /** This process's own. */
  public static Terminal system() {
    return new Terminal(System.in, System.out, System.err, isTerminal(STDERR));
  }

  /** A file to write, or standard output, which closing the stream leaves open. */
  OutputStream output(String file) throws IOException {
    return file.equals(STANDARD_STREAM) ? new Lasting(out) : Files.newOutputStream(Path.of(file));
  }

  /** {@link java.io.Console} knows of stdin and stdout only; Linux knows of each descriptor. */
  private static boolean isTerminal(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** Passes on everything but the end. */
  private static final class Lasting extends FilterOutputStream {
    Lasting(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
