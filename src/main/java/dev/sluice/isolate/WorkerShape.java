package dev.sluice.isolate;

import dev.sluice.job.ByteSize;

/** What a worker process is made for, which cannot change while it lives. */
record WorkerShape(WorkerKind kind, MemoryClass memory) {

  /** The heap of such a worker: the program's and the engine's. */
  ByteSize heap() {
    return new ByteSize(Math.addExact(memory.limit().bytes(), kind.base().bytes()));
  }

  @Override
  public String toString() {
    return kind.name() + " of " + memory.limit();
  }
}
