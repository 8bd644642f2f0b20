package dev.sluice.sandbox;

import dev.sluice.job.Assignment;
import dev.sluice.job.Tier;
import dev.sluice.verdict.AttemptOutcome;

/**
 * A pool of sandboxes of one kind.
 *
 * <p>Laws:
 *
 * <ul>
 *   <li>{@link #run} always answers with an outcome for the assignment it was given. What goes
 *       wrong below it is an {@link dev.sluice.verdict.Ending.Failed}, never an exception.
 *   <li>It answers within the wall limit plus a few seconds, whatever the program does.
 *   <li>Programs of two tenants never share a sandbox.
 *   <li>Each limit of the assignment is enforced from outside the sandbox, and the ending names the
 *       one that fired.
 *   <li>Each sandbox is reported to the listener exactly twice: created, and destroyed. After
 *       {@link #close} none is left.
 *   <li>A cancellation ends a running program within a second, as {@link
 *       dev.sluice.verdict.Ending.Stopped}.
 * </ul>
 *
 * <p>All methods may be called from any thread; {@code run} blocks, one caller a slot.
 */
public interface SandboxPool extends AutoCloseable {

  Tier tier();

  /** What the pool can run right now. Asked every second or so: quick, never blocks. */
  Offer offer();

  AttemptOutcome run(Assignment assignment, Cancellation cancellation);

  /** Stops what runs, destroys every sandbox, and returns when all are gone. */
  @Override
  void close();
}
