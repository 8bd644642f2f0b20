package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds a worker in, looked at from outside. */
class ConfinementIT {
  private static final IsolateSettings SETTINGS =
      IsolateSettings.DEFAULTS.withSlots(1).withSpares(IsolateSettings.Spares.NONE);

  private final TestingSandboxListener listener = new TestingSandboxListener();

  @Test
  void a_worker_has_its_own_namespaces_no_environment_and_almost_no_files() throws Exception {
    SandboxFactory factory =
        new SandboxFactory("executor-1", WorkerCommand.ofThisProcess(SETTINGS), listener);
    Sandbox sandbox =
        factory.make(
            new WorkerShape(WorkerKinds.JAVASCRIPT, MemoryClass.of(ByteSize.ofMebibytes(64))),
            Optional.empty(),
            () -> false);
    try {
      Path process = Path.of("/proc", Long.toString(sandbox.gauge().process().pid()));

      for (String kind : List.of("net", "mnt", "pid", "ipc", "uts", "user")) {
        assertThat(namespace(process, kind))
            .as(kind)
            .isNotEqualTo(namespace(Path.of("/proc/self"), kind));
      }
      assertThat(Files.readString(process.resolve("environ"))).doesNotContain("PATH=", "HOME=");
      assertThat(Files.readAllLines(process.resolve("status")))
          .contains("CapEff:\t0000000000000000", "NoNewPrivs:\t1");
      assertThat(process.resolve("root/etc")).doesNotExist();
      assertThat(process.resolve("root/home")).doesNotExist();
      assertThat(process.resolve("root/bin")).doesNotExist();
      assertThat(Files.readString(process.resolve("net/dev"))).doesNotContain("eth");
      assertThat(mounts(process))
          .filteredOn(mount -> !mount.contains(" /tmp ") && !mount.contains(" /dev/"))
          .filteredOn(mount -> !mount.contains(" /proc"))
          .isNotEmpty()
          .allMatch(mount -> mount.contains(" ro,") || mount.contains(" ro "));
    } finally {
      factory.unmake(sandbox, "the test is over");
      factory.close();
    }
    assertThat(sandbox.gauge().process().isAlive()).isFalse();
  }

  @Test
  void without_bubblewrap_nothing_is_offered_and_nothing_runs() {
    WorkerCommand here = WorkerCommand.ofThisProcess(SETTINGS);
    WorkerCommand without =
        new WorkerCommand(
            here.jvm(),
            here.files(),
            SETTINGS,
            new Bubblewrap(Optional.empty(), List.of(), List.of()));
    try (IsolatePool pool =
        new IsolatePool("executor-1", without, listener, InstantSource.system())) {

      assertThat(pool.offer())
          .isInstanceOfSatisfying(
              Offer.Unavailable.class,
              offer ->
                  assertThat(offer.reason())
                      .contains("bubblewrap", "setup", "isolate.confinement: none"));
      assertThat(greet(pool).ending())
          .isInstanceOfSatisfying(
              Ending.Failed.class,
              failed -> assertThat(failed.fault()).isEqualTo(PlatformFault.SANDBOX_UNAVAILABLE));
    }
    assertThat(listener.created()).isEmpty();
  }

  @Test
  void an_unconfined_worker_says_so() {
    try (IsolatePool pool =
        new IsolatePool(
            "executor-1",
            SETTINGS.withConfinement(Confinement.NONE),
            listener,
            InstantSource.system())) {

      AttemptOutcome outcome = greet(pool);

      assertThat(outcome.output().stdout().content().text()).isEqualTo("hello\n");
      assertThat(outcome.sandbox().orElseThrow().confinement()).isEqualTo("unconfined");
      assertThat(outcome.sandbox().orElseThrow().engine()).startsWith("GraalJS 25.");
    }
    assertThat(listener.created()).allMatch(sandbox -> sandbox.confinement().equals("unconfined"));
  }

  private static AttemptOutcome greet(IsolatePool pool) {
    return pool.run(
        Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT).running(JavaScriptSamples.ALL.greets()),
        new Cancellation());
  }

  private static String namespace(Path process, String kind) throws IOException {
    return Files.readSymbolicLink(process.resolve("ns").resolve(kind)).toString();
  }

  private static List<String> mounts(Path process) throws IOException {
    try (Stream<String> lines = Files.lines(process.resolve("mounts"))) {
      return lines.toList();
    }
  }
}
