package dev.sluice.isolate.seccomp;

import java.util.Optional;

/**
 * A system call that is allowed, always or with a certain argument.
 *
 * @param name as in {@code syscalls(2)}; one that an architecture does not have is left out there
 */
record AllowedCall(String name, Optional<Argument> argument) {

  /**
   * What an argument has to be: a register of 64 bits, of which some are looked at.
   *
   * @param index from 0
   */
  record Argument(int index, long mask, long value) {
    private static final long INT = 0xffff_ffffL;

    /** An argument that the kernel takes as an {@code int}: the upper half says nothing. */
    static Argument ofInt(int index, long value) {
      return new Argument(index, INT, value);
    }
  }

  static AllowedCall always(String name) {
    return new AllowedCall(name, Optional.empty());
  }

  static AllowedCall where(String name, Argument argument) {
    return new AllowedCall(name, Optional.of(argument));
  }
}
