package dev.sluice.container;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells whether a folder's file system is full, also after the container that it was mounted in has
 * ended: a descriptor opened before keeps the file system, and {@code fstatfs} asks it. The JDK has
 * no call for either. Linux on 64-bit machines, as root or with the right to trace the container's
 * processes.
 */
final class FolderGauge implements AutoCloseable {
  /** {@code O_PATH | O_DIRECTORY | O_CLOEXEC}. */
  private static final int FLAGS = 0x200000 | 0x10000 | 0x80000;

  private static final long STATFS_BYTES = 120;
  private static final long FREE_BLOCKS = 24;
  private static final long FREE_FILES = 48;
  private static final MethodHandle OPEN =
      function(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle FSTATFS =
      function(
          "fstatfs",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private final int descriptor;

  private FolderGauge(int descriptor) {
    this.descriptor = descriptor;
  }

  /** A gauge of the folder, or none if it cannot be opened from here. */
  static Optional<FolderGauge> of(Path folder) {
    try (Arena arena = Arena.ofConfined()) {
      int descriptor = (int) OPEN.invokeExact(arena.allocateFrom(folder.toString()), FLAGS);
      return descriptor < 0 ? Optional.empty() : Optional.of(new FolderGauge(descriptor));
    } catch (Throwable impossible) {
      throw new IllegalStateException("open(2) could not be called", impossible);
    }
  }

  /** Whether no block or no file is free. */
  boolean isFull() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment statistics = arena.allocate(STATFS_BYTES, Long.BYTES);
      return (int) FSTATFS.invokeExact(descriptor, statistics) == 0
          && (statistics.get(ValueLayout.JAVA_LONG, FREE_BLOCKS) == 0
              || statistics.get(ValueLayout.JAVA_LONG, FREE_FILES) == 0);
    } catch (Throwable impossible) {
      throw new IllegalStateException("fstatfs(2) could not be called", impossible);
    }
  }

  @Override
  public void close() {
    try {
      int ignored = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable impossible) {
      throw new IllegalStateException("close(2) could not be called", impossible);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    return linker.downcallHandle(library.findOrThrow(name), descriptor);
  }
}
