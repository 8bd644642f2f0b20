package dev.sluice.container;

import dev.sluice.job.Languages;
import dev.sluice.sandbox.SamplePrograms;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.sandbox.SandboxPoolContractTest;

/** The port's laws, held against real containers that run Python. */
class ContainerPoolIT extends SandboxPoolContractTest {

  @Override
  protected SandboxPool open(SandboxListener listener) {
    return TestingEngine.pool(listener);
  }

  @Override
  protected SamplePrograms samples() {
    return new SamplePrograms(
        Languages.PYTHON,
        "print('hello')",
        "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())",
        "import sys; print('careful', file=sys.stderr)",
        "import sys; sys.exit(7)",
        "print('hello')\nwhile True: pass",
        "import time\nprint('hello')\ntime.sleep(3600)",
        "kept = []\nwhile True: kept.append(bytearray(1 << 20))",
        "while True: print('y' * 79)");
  }
}
