package dev.sluice.isolate;

/** How a worker's engine runs guest code. */
enum GuestRuntime {
  /** Node by node: quick to start, from an ahead-of-time cache, small. */
  INTERPRETER,
  /** Hot code becomes machine code by Graal's compiler: slow to start and large, then fast. */
  OPTIMISING
}
