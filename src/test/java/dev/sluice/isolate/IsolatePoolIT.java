package dev.sluice.isolate;

import dev.sluice.sandbox.SamplePrograms;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.sandbox.SandboxPoolContractTest;
import java.time.InstantSource;

/** The isolate pool, with real workers in bubblewrap, keeps the laws. */
class IsolatePoolIT extends SandboxPoolContractTest {
  @Override
  protected SandboxPool open(SandboxListener listener) {
    return new IsolatePool(
        "executor-1",
        IsolateSettings.DEFAULTS.withSlots(2).withIdleWorkers(2),
        listener,
        InstantSource.system());
  }

  @Override
  protected SamplePrograms samples() {
    return JavaScriptSamples.ALL;
  }
}
