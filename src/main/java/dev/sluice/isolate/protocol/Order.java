package dev.sluice.isolate.protocol;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Invocation;
import dev.sluice.job.Program;

/** What a pool tells a worker process about the program of this number, counted from 1. */
public sealed interface Order {

  long number();

  /**
   * Run a program.
   *
   * @param output what it may write, value included
   */
  record Run(long number, Program program, Invocation invocation, ByteSize output)
      implements Order {}

  /** End it now. */
  record Stop(long number) implements Order {}
}
