package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.isolate.IsolateSettings.WorkerLife;
import dev.sluice.isolate.MisbehavingWorkerMain.Deed;
import dev.sluice.isolate.MisbehavingWorkerMain.Start;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Limit;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A pool whose workers have been taken over. Whatever one says or does, its program has an outcome
 * that blames no other, its process is gone, and the tenant's next program runs.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MisbehavingWorkerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Assignments ASSIGNMENTS =
      Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT).withOutput(ByteSize.ofKibibytes(64));

  private final TestingSandboxListener listener = new TestingSandboxListener();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatever_a_worker_does_its_program_has_an_outcome_and_the_next_one_runs(Deed deed)
      throws IOException {
    try (IsolatePool pool = pool(Start.GETS_READY)) {
      AttemptOutcome outcome =
          pool.run(ASSIGNMENTS.withWall(wallFor(deed)).running(deed.name()), new Cancellation());

      assertThat(kindOf(outcome.ending())).as("%s", outcome.ending()).isEqualTo(expected(deed));
      await().until(() -> ProcessHandle.of(processIdIn(outcome)).isEmpty());
      AttemptOutcome next =
          pool.run(ASSIGNMENTS.running(MisbehavingWorkerMain.BEHAVE), new Cancellation());
      assertThat(next.ending()).isEqualTo(new Ending.Exited(0, Optional.empty()));
      assertThat(next.output().stdout().content().text()).isEqualTo("well behaved");
      assertThat(next.sandbox()).isNotEqualTo(outcome.sandbox());
    }
    assertThat(listener.destroyed()).containsExactlyInAnyOrderElementsOf(listener.created());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GETS_READY")
  void a_worker_that_does_not_get_ready_is_no_sandbox(Start start) throws IOException {
    try (IsolatePool pool = pool(start)) {
      AttemptOutcome outcome =
          pool.run(ASSIGNMENTS.running(MisbehavingWorkerMain.BEHAVE), new Cancellation());

      assertThat(outcome.ending())
          .isInstanceOfSatisfying(
              Ending.Failed.class,
              failed -> assertThat(failed.fault()).isEqualTo(PlatformFault.SANDBOX_UNAVAILABLE));
    }
    assertThat(listener.created()).isEmpty();
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(process -> process.info().commandLine().orElse("").contains(start.name()));
  }

  /**
   * A program that has taken its worker over can end it in any way it likes, so what such an end
   * says may blame the program itself, and nobody else: taking all memory is the one of them.
   */
  private static String expected(Deed deed) {
    return switch (deed) {
      case SPEAKS_AFTER_THE_END, CLOSES_ITS_OUTPUT_AFTER_THE_END, ENDS_AFTER_THE_END -> "EXITED";
      case WRITES_HALF_A_FRAME_AND_SLEEPS, IGNORES_STOP, FLOODS_STANDARD_ERROR -> Limit.WALL.name();
      case FLOODS_THE_OUTPUT -> Limit.OUTPUT.name();
      case ENDS_AS_IF_WITHOUT_MEMORY -> Limit.MEMORY.name();
      case WRITES_NONSENSE,
          WRITES_A_HUGE_FRAME_LENGTH,
          WRITES_A_NEGATIVE_FRAME_LENGTH,
          WRITES_AN_EMPTY_FRAME,
          WRITES_HALF_A_FRAME_AND_ENDS,
          IS_READY_AGAIN,
          REPORTS_THE_NEXT_PROGRAM,
          REPORTS_NO_PROGRAM,
          WRITES_FOR_ANOTHER_PROGRAM,
          CLAIMS_AN_ODD_EXIT_CODE,
          CLAIMS_TO_BE_STOPPED,
          CLOSES_ITS_OUTPUT,
          ENDS_WELL_IN_THE_MIDDLE,
          KILLS_ITSELF ->
          PlatformFault.SANDBOX_BROKEN.name();
    };
  }

  private static Duration wallFor(Deed deed) {
    return Duration.ofSeconds(expected(deed).equals(Limit.WALL.name()) ? 1 : 30);
  }

  private static String kindOf(Ending ending) {
    return switch (ending) {
      case Ending.Exited _ -> "EXITED";
      case Ending.Exceeded(Limit limit, _) -> limit.name();
      case Ending.Failed(PlatformFault fault, _) -> fault.name();
      case Ending.Threw _, Ending.Signalled _, Ending.DidNotCompile _, Ending.Stopped _ ->
          ending.toString();
    };
  }

  private static long processIdIn(AttemptOutcome outcome) {
    String written = outcome.output().stdout().content().text();
    return Long.parseLong(written.replaceAll("\\D.*", ""));
  }

  /** Its command for a virtual machine starts a machine that runs {@link MisbehavingWorkerMain}. */
  private IsolatePool pool(Start start) throws IOException {
    Path java =
        Files.createFile(
            Files.createDirectories(folder.resolve("bin")).resolve("java"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(
        java,
        """
        #!/bin/sh
        exec '%s/bin/java' -cp '%s' %s %s
        """
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                MisbehavingWorkerMain.class.getName(),
                start));
    IsolateSettings defaults = IsolateSettings.DEFAULTS;
    IsolateSettings settings =
        new IsolateSettings(
            1,
            Confinement.NONE,
            defaults.optimised(),
            IsolateSettings.Spares.NONE,
            1,
            new WorkerLife(PATIENCE, Duration.ofMinutes(1), 10, Duration.ofMillis(200)),
            defaults.workerMemory());
    WorkerCommand here = WorkerCommand.ofThisProcess(settings);
    return new IsolatePool(
        "executor-1",
        new WorkerCommand(
            new WorkerJvm(folder),
            new KeptFiles(folder.resolve("kept")),
            settings,
            here.bubblewrap()),
        listener,
        InstantSource.system());
  }
}
