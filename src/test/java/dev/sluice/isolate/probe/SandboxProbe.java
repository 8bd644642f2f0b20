package dev.sluice.isolate.probe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs where a worker would, as somebody who has taken one over, and says what it could do. The
 * first argument is what to try, one line of output each try.
 */
@SuppressWarnings("restricted")
public final class SandboxProbe {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle SYSCALL = syscallFunction();

  private SandboxProbe() {}

  public static void main(String[] arguments) throws Throwable {
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "call" -> rest.forEach(SandboxProbe::call);
      case "find" -> find(Path.of("/"));
      case "read" -> rest.forEach(SandboxProbe::read);
      case "write" -> rest.forEach(SandboxProbe::write);
      case "fill" -> fill(Path.of(rest.getFirst()));
      case "environment" -> System.getenv().forEach((name, value) -> OUT.println(name));
      case "descriptors" -> descriptors();
      case "start" -> start(rest.getFirst());
      case "threads" -> threads();
      case "memory" -> memory();
      case "machine-code" -> machineCode();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Makes a system call by its number, all arguments zero: the error number, 0 if it worked. */
  private static void call(String number) {
    OUT.println(number + " " + (syscall(Long.decode(number)) == -1 ? lastError : 0));
  }

  private static int lastError;

  private static long syscall(long number, long... arguments) {
    long[] six = Arrays.copyOf(arguments, 6);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long answer =
          (long) SYSCALL.invokeExact(state, number, six[0], six[1], six[2], six[3], six[4], six[5]);
      lastError = (int) ERRNO.get(state, 0L);
      return answer;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void find(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            OUT.println(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            OUT.println(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException denied) {
            OUT.println(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void read(String file) {
    try {
      OUT.println(file + " " + (Files.isDirectory(Path.of(file)) ? "folder" : read(Path.of(file))));
    } catch (IOException denied) {
      OUT.println(file + " denied");
    }
  }

  private static String read(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return content.readNBytes(1).length + " bytes";
    }
  }

  private static void write(String folder) {
    try {
      Files.writeString(Path.of(folder, "written"), "x");
      OUT.println(folder + " written");
    } catch (IOException denied) {
      OUT.println(folder + " denied");
    }
  }

  /** Writes zeros until it fails; says how many mebibytes there were. */
  private static void fill(Path file) {
    byte[] mebibyte = new byte[1 << 20];
    int written = 0;
    try (var stream = Files.newOutputStream(file)) {
      for (; written < 1024; written++) {
        stream.write(mebibyte);
      }
    } catch (IOException full) {
      OUT.println(written);
      return;
    }
    OUT.println("no end");
  }

  /** Which descriptors beyond the standard streams are open that a JVM does not open itself. */
  private static void descriptors() throws IOException {
    long fstat = System.getProperty("os.arch").equals("aarch64") ? 80 : 5;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(256);
      for (int descriptor = 3; descriptor < 1024; descriptor++) {
        if (syscall(fstat, descriptor, status.address()) == 0) {
          boolean arm = System.getProperty("os.arch").equals("aarch64");
          int mode = status.get(ValueLayout.JAVA_INT, arm ? 16 : 24);
          OUT.println(descriptor + " " + ((mode & 0170000) == 0100000 ? "file" : "other"));
        }
      }
    }
  }

  private static void start(String program) {
    try {
      Process process = new ProcessBuilder(program).start();
      OUT.println("started " + process.pid());
    } catch (IOException denied) {
      OUT.println("denied");
    }
  }

  /** Starts threads until one is refused; says how many there were. */
  private static void threads() {
    for (int started = 0; ; started++) {
      try {
        Thread thread = new Thread(null, LockSupport::park, "idle", 64 * 1024);
        thread.setDaemon(true);
        thread.start();
      } catch (OutOfMemoryError refused) {
        OUT.println(started);
        return;
      }
    }
  }

  /** Takes native memory until somebody stops it, or for 4 GiB. */
  private static void memory() {
    for (int mebibyte = 0; mebibyte < 4096; mebibyte++) {
      Arena.global().allocate(1 << 20).fill((byte) 1);
    }
    OUT.println("took 4 GiB");
  }

  /** Asks for the process id as a program of 32 bits does. */
  private static void machineCode() throws Throwable {
    byte[] code = {(byte) 0xb8, 20, 0, 0, 0, (byte) 0xcd, (byte) 0x80, (byte) 0xc3};
    long mmap = 9;
    long readWriteExecute = 7;
    long privateAnonymous = 0x22;
    long address = syscall(mmap, 0, 4096, readWriteExecute, privateAnonymous, -1, 0);
    MemorySegment page = MemorySegment.ofAddress(address).reinterpret(4096);
    MemorySegment.copy(code, 0, page, ValueLayout.JAVA_BYTE, 0, code.length);
    MethodHandle function =
        Linker.nativeLinker().downcallHandle(page, FunctionDescriptor.of(ValueLayout.JAVA_INT));
    OUT.println("process " + (int) function.invokeExact());
  }

  private static MethodHandle syscallFunction() {
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(word, word, word, word, word, word, word, word),
        Linker.Option.firstVariadicArg(1),
        Linker.Option.captureCallState("errno"));
  }
}
