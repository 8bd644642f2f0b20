package dev.sluice.isolate.seccomp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The compiled filter, in a file that exists in memory only ({@code memfd_create(2)}) and goes with
 * this process. Closed by whoever made it, when no worker is to be started any more.
 */
public final class SeccompFilter implements AutoCloseable {
  /** {@code MFD_CLOEXEC}. */
  private static final int FLAGS = 1;

  private static final MethodHandle CREATE =
      function(
          "memfd_create",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private final int descriptor;

  private SeccompFilter(int descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * What workers may call on this machine, and nothing else.
   *
   * @throws IOException if libseccomp is not installed
   */
  public static SeccompFilter forWorkers() throws IOException {
    return compiled(WorkerCalls.ALL, Optional.empty());
  }

  /** A filter for another architecture, by libseccomp's name of it. */
  static SeccompFilter compiled(List<AllowedCall> calls, Optional<String> architecture)
      throws IOException {
    SeccompLibrary library = SeccompLibrary.load();
    SeccompFilter filter = new SeccompFilter(newFile());
    try {
      library.compile(calls, architecture, filter.descriptor);
      return filter;
    } catch (RuntimeException refused) {
      filter.close();
      throw refused;
    }
  }

  /** Where other processes of this user can open it while this process has it open. */
  public Path file() {
    return Path.of(
        "/proc", Long.toString(ProcessHandle.current().pid()), "fd", Integer.toString(descriptor));
  }

  @Override
  public void close() {
    try {
      int _ = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable impossible) {
      throw new IllegalStateException("close(2) could not be called", impossible);
    }
  }

  private static int newFile() throws IOException {
    int descriptor;
    try (Arena arena = Arena.ofConfined()) {
      descriptor = (int) CREATE.invokeExact(arena.allocateFrom("sluice-seccomp"), FLAGS);
    } catch (Throwable impossible) {
      throw new IllegalStateException("memfd_create(2) could not be called", impossible);
    }
    if (descriptor < 0) {
      throw new IOException("memfd_create(2) failed");
    }
    return descriptor;
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }
}
