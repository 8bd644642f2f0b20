package dev.sluice.container;

import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.CapabilityBroker;
import dev.sluice.sandbox.Surroundings;
import dev.sluice.sandbox.TestingSandboxListener;
import java.io.IOException;
import java.time.InstantSource;

/** An executor in a process of its own, to be killed: runs one program that never ends. */
final class TestingExecutorProcess {

  private TestingExecutorProcess() {}

  /** Starts it under this executor id; the caller ends it. */
  static Process start(String executor) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            TestingExecutorProcess.class.getName(),
            executor)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Never returns by itself. */
  public static void main(String[] arguments) {
    ContainerPool pool =
        new ContainerPool(
            arguments[0],
            ContainerSettings.DEFAULTS,
            new Surroundings(
                new TestingSandboxListener(), CapabilityBroker.NONE, InstantSource.system()));
    pool.run(
        Assignments.in(Tier.CONTAINER, Languages.BASH).running("sleep 60"), new Cancellation());
  }
}
