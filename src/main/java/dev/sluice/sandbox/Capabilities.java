package dev.sluice.sandbox;

import java.util.Set;

/**
 * What one attempt at a job may call, from when its program starts until it has ended. Any thread.
 */
public interface Capabilities extends AutoCloseable {

  /** The names of what was granted. */
  Set<String> names();

  /** Carries a call out, or says why not. Blocks for as long as what is called may take. */
  CapabilityAnswer call(CapabilityCall call);

  /** The program has ended: every later call is denied. */
  @Override
  void close();
}
