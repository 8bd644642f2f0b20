package dev.sluice.isolate.seccomp;

import dev.sluice.job.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;

/**
 * Runs a filter as the kernel does: classic BPF over {@code struct seccomp_data}. Knows the
 * instructions that libseccomp generates, of {@code linux/bpf_common.h}.
 *
 * @param program the filter's file
 * @param architecture {@code AUDIT_ARCH_*}
 */
record TestingKernel(Content program, int architecture) {
  static final int X86_64 = 0xc000003e;
  static final int I386 = 0x40000003;
  static final int ARM_64 = 0xc00000b7;

  static final int ALLOWED = 0x7fff0000;
  static final int NO_SUCH_CALL = 0x00050026;
  static final int KILLED = 0x80000000;

  private static final int INSTRUCTION_BYTES = 8;
  private static final int DATA_BYTES = 64;

  static TestingKernel with(SeccompFilter filter, int architecture) throws IOException {
    return new TestingKernel(Content.of(Files.readAllBytes(filter.file())), architecture);
  }

  int call(int number, long... arguments) {
    ByteBuffer data = ByteBuffer.allocate(DATA_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.putInt(0, number).putInt(4, architecture);
    for (int index = 0; index < arguments.length; index++) {
      data.putLong(16 + 8 * index, arguments[index]);
    }
    ByteBuffer code = ByteBuffer.wrap(program.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
    int accumulator = 0;
    int next = 0;
    while (true) {
      int at = next++ * INSTRUCTION_BYTES;
      int operand = code.getInt(at + 4);
      int whenTrue = code.get(at + 2) & 0xff;
      int whenFalse = code.get(at + 3) & 0xff;
      int operation = code.getShort(at);
      switch (operation) {
        case 0x20 -> accumulator = data.getInt(operand);
        case 0x54 -> accumulator &= operand;
        case 0x05 -> next += operand;
        case 0x15 -> next += accumulator == operand ? whenTrue : whenFalse;
        case 0x25 ->
            next += Integer.compareUnsigned(accumulator, operand) > 0 ? whenTrue : whenFalse;
        case 0x35 ->
            next += Integer.compareUnsigned(accumulator, operand) >= 0 ? whenTrue : whenFalse;
        case 0x06 -> {
          return operand;
        }
        default -> throw new IllegalStateException("instruction 0x%x".formatted(operation));
      }
    }
  }
}
