package dev.sluice.isolate;

import dev.sluice.job.ByteSize;

/**
 * The memory that programs of one worker may take: a limit rounded up to whole steps, so that a
 * worker's heap, which cannot change, serves programs with nearly the same limit.
 */
record MemoryClass(ByteSize limit) {
  private static final long STEP_BYTES = 16L * 1024 * 1024;

  static MemoryClass of(ByteSize asked) {
    long steps = Math.max(1, Math.ceilDiv(asked.bytes(), STEP_BYTES));
    return new MemoryClass(new ByteSize(Math.multiplyExact(steps, STEP_BYTES)));
  }
}
