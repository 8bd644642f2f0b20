package dev.sluice.isolate.seccomp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * libseccomp, as much of it as a filter needs: {@code seccomp_init(3)} and what its manual page
 * leads to. Any thread, one filter each. Loaded once and never unloaded.
 */
final class SeccompLibrary {
  private static final String FILE = "libseccomp.so.2";

  private static final int NATIVE_ARCHITECTURE = 0;
  private static final int UNKNOWN_CALL = -1;

  /** {@code SCMP_ACT_*}. */
  private static final int ALLOW = 0x7fff0000;

  private static final int KILL_PROCESS = 0x80000000;
  private static final int ERROR_NO_SUCH_CALL = 0x00050000 | 38;

  /** {@code SCMP_FLTATR_ACT_BADARCH}, {@code SCMP_FLTATR_CTL_OPTIMIZE} and its binary tree. */
  private static final int ATTRIBUTE_OTHER_ARCHITECTURE = 2;

  private static final int ATTRIBUTE_OPTIMIZE = 8;
  private static final int BINARY_TREE = 2;

  /** {@code SCMP_CMP_MASKED_EQ}. */
  private static final int MASKED_EQUAL = 7;

  /** {@code struct scmp_arg_cmp}. */
  private static final MemoryLayout COMPARISON =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);

  private final MethodHandle init;
  private final MethodHandle release;
  private final MethodHandle setAttribute;
  private final MethodHandle resolveArchitecture;
  private final MethodHandle addArchitecture;
  private final MethodHandle removeArchitecture;
  private final MethodHandle resolveCall;
  private final MethodHandle addRule;
  private final MethodHandle export;

  private SeccompLibrary(SymbolLookup library) {
    var integer = ValueLayout.JAVA_INT;
    var pointer = ValueLayout.ADDRESS;
    init = function(library, "seccomp_init", FunctionDescriptor.of(pointer, integer));
    release = function(library, "seccomp_release", FunctionDescriptor.ofVoid(pointer));
    setAttribute =
        function(
            library, "seccomp_attr_set", FunctionDescriptor.of(integer, pointer, integer, integer));
    resolveArchitecture =
        function(library, "seccomp_arch_resolve_name", FunctionDescriptor.of(integer, pointer));
    addArchitecture =
        function(library, "seccomp_arch_add", FunctionDescriptor.of(integer, pointer, integer));
    removeArchitecture =
        function(library, "seccomp_arch_remove", FunctionDescriptor.of(integer, pointer, integer));
    resolveCall =
        function(library, "seccomp_syscall_resolve_name", FunctionDescriptor.of(integer, pointer));
    addRule =
        function(
            library,
            "seccomp_rule_add_array",
            FunctionDescriptor.of(integer, pointer, integer, integer, integer, pointer));
    export =
        function(library, "seccomp_export_bpf", FunctionDescriptor.of(integer, pointer, integer));
  }

  /**
   * Loads it.
   *
   * @throws IOException if it is not installed
   */
  @SuppressWarnings("restricted")
  static SeccompLibrary load() throws IOException {
    try {
      return new SeccompLibrary(SymbolLookup.libraryLookup(FILE, Arena.global()));
    } catch (IllegalArgumentException missing) {
      throw new IOException(FILE + " is not installed", missing);
    }
  }

  /**
   * Compiles a filter and writes it, as the kernel takes it, into a file.
   *
   * @param architecture as the library calls it, such as {@code aarch64}; empty for this machine's
   * @param descriptor of the file, open to write
   */
  void compile(List<AllowedCall> calls, Optional<String> architecture, int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment filter = (MemorySegment) init.invokeExact(ERROR_NO_SUCH_CALL);
      try {
        if (architecture.isPresent()) {
          int token = (int) resolveArchitecture.invokeExact(arena.allocateFrom(architecture.get()));
          require("add " + architecture.get(), (int) addArchitecture.invokeExact(filter, token));
          require(
              "leave out our own",
              (int) removeArchitecture.invokeExact(filter, NATIVE_ARCHITECTURE));
        }
        set(filter, ATTRIBUTE_OTHER_ARCHITECTURE, KILL_PROCESS);
        set(filter, ATTRIBUTE_OPTIMIZE, BINARY_TREE);
        for (AllowedCall call : calls) {
          allow(filter, call, arena);
        }
        require("export", (int) export.invokeExact(filter, descriptor));
      } finally {
        release.invokeExact(filter);
      }
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Throwable impossible) {
      throw new IllegalStateException("libseccomp could not be called", impossible);
    }
  }

  private void set(MemorySegment filter, int attribute, int value) throws Throwable {
    require("attribute " + attribute, (int) setAttribute.invokeExact(filter, attribute, value));
  }

  private void allow(MemorySegment filter, AllowedCall call, Arena arena) throws Throwable {
    int number = (int) resolveCall.invokeExact(arena.allocateFrom(call.name()));
    if (number == UNKNOWN_CALL) {
      // Newer than the library: to a worker this kernel does not have it.
      return;
    }
    MemorySegment comparisons = arena.allocate(COMPARISON);
    call.argument()
        .ifPresent(
            argument -> {
              comparisons.set(ValueLayout.JAVA_INT, 0, argument.index());
              comparisons.set(ValueLayout.JAVA_INT, 4, MASKED_EQUAL);
              comparisons.set(ValueLayout.JAVA_LONG, 8, argument.mask());
              comparisons.set(ValueLayout.JAVA_LONG, 16, argument.value());
            });
    int count = call.argument().isPresent() ? 1 : 0;
    require(call.name(), (int) addRule.invokeExact(filter, ALLOW, number, count, comparisons));
  }

  /** The library answers with a negative error number. */
  private static void require(String step, int answer) {
    if (answer < 0) {
      throw new IllegalStateException("libseccomp refuses " + step + ": error " + -answer);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
  }
}
